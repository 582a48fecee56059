package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.aad.msal4j.MsalClientException;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.Transient;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class NoAnswerTest {

  @Test
  void an_expired_credential_is_forbidden_with_entras_code() {
    var thrown = new RuntimeException(new IOException("AADSTS7000222: the keys are expired."));

    assertThat(NoAnswer.failure(thrown)).contains(new Forbidden("AADSTS7000222"));
  }

  @Test
  void entras_own_hiccup_is_transient() {
    var thrown = new RuntimeException("AADSTS90033: A transient error has occurred.");

    assertThat(NoAnswer.failure(thrown)).contains(new Transient("AADSTS90033"));
  }

  @Test
  void a_token_service_that_wants_silence_is_transient() {
    var thrown = new RuntimeException(new MsalClientException("throttled", "429"));

    assertThat(NoAnswer.failure(thrown))
        .contains(new Transient("no token from the identity provider"));
  }

  @Test
  void an_identity_endpoint_that_gives_no_token_is_transient() {
    var thrown = new ClientAuthenticationException("no managed identity endpoint", null);

    assertThat(NoAnswer.failure(thrown))
        .contains(new Transient("no token from the identity provider"));
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_transient() {
    var thrown = new RuntimeException(new InterruptedIOException("timeout"));

    assertThat(NoAnswer.failure(thrown)).contains(new Transient("no answer in time"));
  }

  @Test
  void a_fault_of_the_program_is_not_dressed_up_as_a_failure_of_graph() {
    assertThat(NoAnswer.failure(new IllegalStateException("bug"))).isEmpty();
  }
}
