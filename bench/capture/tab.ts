// What the driver needs of a browser's tab, whichever browser it is: trusted input, and a look into each frame.

export interface Point {
  x: number;
  y: number;
}

export type MouseButton = "left" | "middle" | "right";

/** A frame's main world, and where the frame lies in the tab. */
export interface Door {
  url(): string;
  /** The address of the nearest frame, from this one up, that has one. */
  addressed(): string;
  evaluate<A, T>(run: (arg: A) => T, arg: A): Promise<Awaited<T>>;
  /** The corner of the frame's viewport in the tab's. */
  corner(): Promise<Point>;
}

/** Mouse and keyboard as the browser's own protocol moves them: every event of theirs is trusted. */
export interface Hand {
  move(to: Point, steps?: number): Promise<void>;
  down(button?: MouseButton, count?: number): Promise<void>;
  up(button?: MouseButton, count?: number): Promise<void>;
  /** Presses and lets go so many times: for a browser that counts them only in one command. */
  click?(button: MouseButton, count: number): Promise<void>;
  wheel(x: number, y: number): Promise<void>;
  /** One key or chord, such as `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** A change of the top document's address, as the browser tells of it. */
export interface Move {
  how: "full" | "soft" | "new-tab";
  /** The address of a new tab, which may be no tool's. */
  address?: string;
  at: number;
}

/** What a browser's driver cannot do as a person does it. */
export interface Lacks {
  /** The list of a select takes none of the driver's keys: an option is chosen by keys in the closed list. */
  lists?: true;
  /** A drag of the browser's own begins, and its driver never ends it. */
  nativeDrags?: true;
}

export interface Tab {
  lacks?: Lacks;
  /** It is seen only while it is in front, as a person's. */
  hides?: true;
  top: Door;
  hand: Hand;
  doors(): Door[];
  /** The changes of page since the last question. */
  moves(): Promise<Move[]>;
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  front(): Promise<void>;
  /** What the next dialog for files is answered with; it is opened by a press. */
  picks(file: string): Promise<void>;
  /** Another tab that an act opens. */
  opened(act: () => Promise<void>): Promise<Tab>;
  close(): Promise<void>;
}
