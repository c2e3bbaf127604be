import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { findFolder, readMouse, readTyping } from "./data.ts";

test("a row of typing is its keys with their times, whatever was typed", () => {
  const text =
    "subject,sessionIndex,rep,H.a,DD.a.Shift.b,UD.a.Shift.b,H.Shift.b\ns1,2,1,0.1,0.25,0.15,0.05\n";
  expect(readTyping(text)).toEqual([
    {
      person: "s1",
      session: 2,
      row: [0.1, 0.25, 0.15, 0.05],
      keys: [
        { key: "a", down: 0, up: 100 },
        { key: "Shift.b", down: 250, up: 300 },
      ],
    },
  ]);
  expect(() => readTyping("subject,rep\n")).toThrow("sessionIndex");
});

test("mouse events are parted by session, and what has no place is passed over", () => {
  const text = "user,session,t_ms,button,state,x,y\n7,1,0,N,m,5,6\n7,1,9,L,p,65535,65535\n7,2,3,L,p,1,2\n";
  expect(readMouse(text)).toMatchObject([
    { person: "7", session: "1", events: [{ at: 0, button: "N", state: "m", x: 5, y: 6 }] },
    { person: "7", session: "2", events: [{ at: 3, button: "L", state: "p", x: 1, y: 2 }] },
  ]);
});

test("without the recordings it says where they are to be had", () => {
  expect(() => findFolder(tmpdir())).toThrow(/cs\.cmu\.edu\/~keystroke.*TOOLTRAIL_BIOMETRICS/s);
});
