import { openDatabase } from "../store/database.ts";

/** The database of this page: it only reads. Changes are asked of the background. */
export const database = openDatabase();
