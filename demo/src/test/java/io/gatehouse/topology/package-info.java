/**
 * The deployment of docker-compose.yml, checked and rehearsed: the file as Compose reads it, and
 * the same processes on loopback with the same commands, environment and passwords.
 */
@NullMarked
package io.gatehouse.topology;

import org.jspecify.annotations.NullMarked;
