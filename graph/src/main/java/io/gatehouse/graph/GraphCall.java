package io.gatehouse.graph;

/**
 * One kind of request: what is asked, as method and path template without ids ({@code GET
 * /users/{id}/manager}), and the budget it counts against. The template stands in messages for
 * people, so it never holds personal data.
 */
public record GraphCall(String asked, CallBudget.Bucket bucket) {}
