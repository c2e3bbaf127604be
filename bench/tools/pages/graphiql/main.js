// GraphiQL against the bench's own small endpoint. Built by the bench with vite; nothing is asked of the network.
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";

const fetcher = async (request) => {
  const response = await fetch("/graphql", { method: "POST", body: JSON.stringify(request) });
  return response.json();
};
createRoot(document.querySelector("#root")).render(
  createElement(GraphiQL, { fetcher, defaultQuery: "{ orders { id state } }", shouldPersistHeaders: false }),
);
