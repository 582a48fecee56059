/** Histories of released versions: running lifecycles must survive every later version. */
@NullMarked
package io.gatehouse.replay;

import org.jspecify.annotations.NullMarked;
