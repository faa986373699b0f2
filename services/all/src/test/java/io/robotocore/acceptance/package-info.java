/** What only all services together, over real sockets, can prove of the emulator as a whole. */
package io.robotocore.acceptance;
