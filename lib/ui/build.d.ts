/** Address of the collector this build ships to; put in by wxt.config.ts. */
declare const __COLLECTOR__: string;
