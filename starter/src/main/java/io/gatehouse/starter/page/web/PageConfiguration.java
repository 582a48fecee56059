package io.gatehouse.starter.page.web;

import io.gatehouse.config.Loopback;
import io.gatehouse.config.PageSettings;
import io.gatehouse.observe.Traces;
import io.gatehouse.starter.codec.CodecOrigin;
import io.gatehouse.starter.page.guest.GuestPage;
import io.gatehouse.starter.page.guest.GuestPages;
import io.gatehouse.starter.page.lifecycle.ActPage;
import io.gatehouse.starter.page.lifecycle.LifecyclePages;
import io.gatehouse.starter.page.operator.GatePage;
import io.gatehouse.starter.page.operator.OperatorPage;
import io.gatehouse.starter.page.report.ReportPages;
import io.gatehouse.starter.page.scan.ScanPage;
import io.gatehouse.starter.page.scan.ScanPages;
import io.gatehouse.starter.page.sponsor.Answering;
import io.gatehouse.starter.page.sponsor.SponsorPage;
import io.gatehouse.starter.page.sponsor.SponsorPages;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything the web server is made of, by name. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class
})
@Import({
  Answering.class,
  SponsorPage.class,
  SponsorPages.class,
  GuestPages.class,
  GuestPage.class,
  LifecyclePages.class,
  ReportPages.class,
  ScanPages.class,
  ScanPage.class,
  OperatorPage.class,
  CodecOrigin.class,
  ActPage.class,
  GatePage.class,
  SignInPages.class,
  VisitorOnEveryPage.class,
  TemporalOnEveryPage.class,
  SecurityConfiguration.class,
  ErrorPages.class,
  Health.class,
  HouseTime.class
})
class PageConfiguration implements WebMvcConfigurer {
  @Bean
  FilterRegistrationBean<RequestSpans> requestSpans(Traces traces) {
    var registration = new FilterRegistrationBean<>(new RequestSpans(traces));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<SafetyHeaders> safetyHeaders() {
    var registration = new FilterRegistrationBean<>(new SafetyHeaders());
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }

  private final boolean peopleSignIn;
  private final boolean onlyLocal;

  PageConfiguration(ObjectProvider<SignIn> signIn, PageSettings settings) {
    this.peopleSignIn = signIn.getIfAvailable() != null;
    this.onlyLocal = Loopback.is(URI.create(settings.baseUrl()).getHost());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Doors(peopleSignIn, onlyLocal));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/io/gatehouse/starter/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
  }
}
