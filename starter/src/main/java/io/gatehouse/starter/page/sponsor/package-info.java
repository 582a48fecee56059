/** The page behind the link in a mail: one question to one person. */
@NullMarked
package io.gatehouse.starter.page.sponsor;

import org.jspecify.annotations.NullMarked;
