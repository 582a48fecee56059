package io.gatehouse.starter.page.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers whoever asks on this machine, signed in or not, and nobody else. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ForThisMachine {}
