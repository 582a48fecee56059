package io.gatehouse.house.offenders;

import com.microsoft.graph.models.User;
import io.gatehouse.graph.write.DirectoryWriter;
import java.time.Instant;

/** Breaks three rules of the house, so that a test sees them notice. */
final class Offender {
  private final DirectoryWriter writer;
  private final User user = new User();

  Offender(DirectoryWriter writer) {
    this.writer = writer;
  }

  String doEverythingWrong(String guestId) {
    user.setDisplayName(Instant.now().toString());
    return writer.delete(guestId).requestId();
  }
}
