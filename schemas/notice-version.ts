/** Version of the notice's text. A change that needs a new answer raises it. */
export const noticeVersion = 5;
