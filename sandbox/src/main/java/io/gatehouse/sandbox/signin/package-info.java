/** People who sign in: an OpenID Connect provider of the tenant, as Entra is one. */
@NullMarked
package io.gatehouse.sandbox.signin;

import org.jspecify.annotations.NullMarked;
