package io.gatehouse.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import okhttp3.Response;

/**
 * Code and message of an error answer; both empty when the body is not Graph's: HTML of a gateway,
 * nothing at all, JSON without {@code error}, cut in the middle.
 */
record ErrorBody(String code, String message) {

  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_MESSAGE = 300;
  private static final ErrorBody NONE = new ErrorBody("", "");

  /**
   * Reads a bounded part of the body, and never fails: the status alone already says what happened.
   */
  static ErrorBody of(Response response) {
    try {
      return of(JsonParser.parseString(response.peekBody(LONGEST_BODY).string()));
    } catch (IOException | JsonParseException unreadable) {
      return NONE;
    }
  }

  private static ErrorBody of(JsonElement body) {
    if (body instanceof JsonObject answer && answer.get("error") instanceof JsonObject error) {
      return new ErrorBody(text(error, "code"), text(error, "message"));
    }
    return NONE;
  }

  private static String text(JsonObject error, String name) {
    var value = error.get(name);
    var text = value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
  }

  String codeOr(String otherwise) {
    return code.isEmpty() ? otherwise : code;
  }
}
