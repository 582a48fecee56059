package io.gatehouse.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;

/**
 * GreenMail's SMTP without waiting for full packets. It sends the lines of one answer one by one,
 * and the kernel would hold the second line back until the first is acknowledged: 40 ms a mail.
 */
final class PromptSmtpServer extends SmtpServer {
  PromptSmtpServer(ServerSetup setup, Managers managers) {
    super(setup, managers);
  }

  @Override
  protected ProtocolHandler createProtocolHandler(Socket client) {
    try {
      client.setTcpNoDelay(true);
    } catch (SocketException e) {
      log.debug("A client of the sandbox's mail hung up at once.", e);
    }
    return super.createProtocolHandler(client);
  }
}
