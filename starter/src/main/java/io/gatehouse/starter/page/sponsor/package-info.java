/** Questions to one person: the page behind a mail's link, and the list of who signs in. */
@NullMarked
package io.gatehouse.starter.page.sponsor;

import org.jspecify.annotations.NullMarked;
