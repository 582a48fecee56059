/** The tenant's directory, asked before a command names a person. Reads only. */
@NullMarked
package io.gatehouse.starter.directory;

import org.jspecify.annotations.NullMarked;
