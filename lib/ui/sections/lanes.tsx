import { reviewWords } from "../build-words.ts";
import { Icon } from "../icons.tsx";
import { HerePicture, LeavesPicture, NeverPicture } from "./lane-pictures.tsx";

/** The three lanes: never recorded, stays here, leaves. Colour, line, icon and words say the same. */
export const Lanes = () => (
  <div class="lanes">
    <section class="lane" aria-labelledby="lane-never">
      <h2 class="cap" id="lane-never">
        <Icon name="never" />
        Never recorded
      </h2>
      <NeverPicture />
      <ul>
        <li>
          What you type, paste or read, and any text of the page that is not on the tool's public list of
          labels
        </li>
        <li>Passwords, codes and card numbers: not even that you typed</li>
        <li>Any other site, and private windows</li>
      </ul>
    </section>
    <section class="lane here" aria-labelledby="lane-here">
      <h2 class="cap" id="lane-here">
        <Icon name="here" />
        Stays in this browser, 30 days
      </h2>
      <HerePicture />
      <ul>
        <li>Your steps with their times</li>
        <li>Typing rhythm in milliseconds, without the keys; the way of your pointer</li>
        <li>Only you see it. You can delete any of it</li>
      </ul>
    </section>
    <section class="lane leaves" aria-labelledby="lane-leaves">
      <h2 class="cap" id="lane-leaves">
        <Icon name="leaves" />
        Leaves, after {reviewWords} to review
      </h2>
      <LeavesPicture />
      <ul>
        <li>The order of your steps and the week. No name, no times</li>
        <li>For a field, only how long its text was: “10 to 19 characters”</li>
        <li>If you switch it on, the outline of a page: which buttons and fields it had, no text</li>
        <li>You see the exact bytes before they leave, and can delete them</li>
      </ul>
    </section>
  </div>
);
