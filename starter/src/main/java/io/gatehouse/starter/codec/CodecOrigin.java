package io.gatehouse.starter.codec;

import io.gatehouse.config.PageSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets the pages of one Temporal UI ask the codec server, and no other page. Browsers ask first
 * without signing in, which Spring answers from what is said here.
 */
@Configuration(proxyBeanMethods = false)
public class CodecOrigin implements WebMvcConfigurer {
  private final PageSettings settings;

  CodecOrigin(PageSettings settings) {
    this.settings = settings;
  }

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    String ui = settings.temporalUi();
    if (ui != null) {
      registry
          .addMapping("/codec/**")
          .allowedOrigins(origin(ui))
          .allowedMethods("POST")
          .allowedHeaders("X-Namespace", "Content-Type", "Authorization", "Authorization-Extras")
          .allowCredentials(true);
    }
  }

  /** What a browser calls an origin, whatever path the UI is served below. */
  static String origin(String address) {
    return address.replaceFirst("(//[^/]+)/.*", "$1");
  }
}
