package io.gatehouse.sponsor;

/**
 * One mail about a question.
 *
 * @param number 0 for the question itself, then the reminders
 */
public record QuestionMail(Question question, int number) {}
