package io.gatehouse.starter.page.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Sessions, CSRF tokens and sign-in. Which page needs which role says the page itself, see {@link
 * Doors}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
  @Bean
  SecurityFilterChain security(HttpSecurity http, ObjectProvider<SignIn> signIn) throws Exception {
    http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        // The link is all that a sponsor has: no cookie speaks for them, so nothing can be forged.
        // Temporal's UI has no token of ours; decoding changes nothing, and CORS keeps others from
        // it.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/a/**", "/codec/**"))
        .headers(AbstractHttpConfigurer::disable) // SafetyHeaders sets stricter ones
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/signed-out"));
    signIn.ifAvailable(how -> signInWith(http, how));
    return http.build();
  }

  private static void signInWith(HttpSecurity http, SignIn how) {
    http.oauth2Login(login ->
        login
            .clientRegistrationRepository(
                new InMemoryClientRegistrationRepository(how.registration()))
            .loginPage("/oauth2/authorization/" + SignIn.NAME)
            .failureUrl("/not-signed-in")
            .userInfoEndpoint(users -> users.oidcUserService(new DirectoryUsers()))
            .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(how.tokens())));
  }

  /** Before anything asks who is signed in. */
  @Bean
  FilterRegistrationBean<SessionLimit> sessionLimit() {
    var registration = new FilterRegistrationBean<>(new SessionLimit(Clock.systemUTC()));
    registration.setOrder(-101);
    return registration;
  }

  /** Before every page, and around errors, which show who is signed in. */
  @Bean
  DelegatingFilterProxyRegistrationBean securityFilter() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setOrder(-100);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }
}
