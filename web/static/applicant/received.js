// What was sent is with the server: the copy that this device kept while she was typing goes.
import { forgetAll } from "./kept.js";

forgetAll();
