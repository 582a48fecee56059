package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerTest {
  @ParameterizedTest
  @CsvSource({
    "ann@Fabrikam.Example.com,           ann_other.example.com#EXT#@contoso.example.com, fabrikam.example.com",
    ",                                   ann_fabrikam.example.com#EXT#@contoso.example.com, fabrikam.example.com",
    ",                                   ann_b_fabrikam.example.com#ext#@contoso.example.com, fabrikam.example.com",
    ",                                   jana.pokorna@contoso.example.com, contoso.example.com",
    "not an address,                     ann_fabrikam.example.com#EXT#@contoso.example.com, fabrikam.example.com",
    "'\"a@b\"@fabrikam.example.com',     , fabrikam.example.com",
    "ann@,                               ,",
    ",                                   #EXT#@contoso.example.com,",
    ",                                   ann#EXT#@contoso.example.com,",
    ",                                   no address,",
    ",                                   ,"
  })
  void the_partner_is_the_domain_of_the_address_or_nobody_knows(
      @Nullable String mail, @Nullable String name, @Nullable String partner) {
    assertThat(Partner.of(mail, name)).isEqualTo(partner);
  }
}
