/** The scan and the fresh look: what the directory says, turned into facts, judgements and rows. */
@NullMarked
package io.gatehouse.worker.guest;

import org.jspecify.annotations.NullMarked;
