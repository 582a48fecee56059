/** Who asks: the command line, the pages and the answers of people. */
@NullMarked
package io.gatehouse.starter;

import org.jspecify.annotations.NullMarked;
