import { type ComponentType, h, Component as Made } from "preact";

/** A component that renders again only when one of its properties is another one. */
export function memo<P extends object>(Shown: ComponentType<P>): ComponentType<P> {
  return class extends Made<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
      return [...names].some((name) => !Object.is(next[name], (this.props as P)[name]));
    }
    override render() {
      return h(Shown, this.props as P);
    }
  };
}
