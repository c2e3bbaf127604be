import { expect, test } from "vitest";
import { type ManagedSchema, managedSchema } from "./managed-schema.ts";
import { policySchema } from "./policy.ts";

const made = managedSchema();

function* nodes(node: ManagedSchema): Generator<ManagedSchema> {
  yield node;
  const inner = [...Object.values(node.properties ?? {}), node.items, node.additionalProperties];
  for (const one of inner) if (one) yield* nodes(one);
}

test("it is plain: one type each, and only words that Chromium reads", () => {
  const types = ["object", "array", "string", "integer", "number", "boolean"];
  for (const node of nodes(made)) {
    expect(types).toContain(node.type);
    expect(
      Object.keys(node).filter(
        (word) => !["type", "properties", "items", "additionalProperties"].includes(word),
      ),
    ).toEqual([]);
    if (node.type === "array") expect(node.items).toBeDefined();
  }
});

test("the outermost has no free names, as Chromium asks, and every key of a policy is in it", () => {
  expect(made).not.toHaveProperty("additionalProperties");
  expect(Object.keys(made.properties!).toSorted()).toEqual(Object.keys(policySchema.shape).toSorted());
});

test("a bad value of the right type still reaches the extension, which refuses it", () => {
  expect(made.properties).toMatchObject({
    retentionDays: { type: "integer" },
    kinds: { type: "array", items: { type: "string" } },
    profile: { type: "string" },
    tools: { items: { properties: { vocabulary: { type: "string" }, pattern: { type: "string" } } } },
    regions: { type: "object", additionalProperties: { properties: { stop: { type: "boolean" } } } },
  });
});
