package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.Employee.ANNA;
import static io.gatehouse.sandbox.tenant.Employee.BORIS;
import static io.gatehouse.sandbox.tenant.Employee.CHIARA;
import static io.gatehouse.sandbox.tenant.Employee.DAVID;
import static io.gatehouse.sandbox.tenant.Employee.EMMA;
import static io.gatehouse.sandbox.tenant.Employee.FRANK;
import static io.gatehouse.sandbox.tenant.Employee.GRACE;
import static io.gatehouse.sandbox.tenant.LastSeen.daysAgo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The twenty-two guests every sandbox tenant has, each named after what it is there to show. */
public enum NamedGuest {
  PLAINLY_STALE("Maria", "Silva", "fabrikam", 900, daysAgo(400), BORIS),
  ACTIVE_INTERACTIVE("Jonas", "Berg", "fabrikam", 700, new LastSeen.DaysAgo(3, 500, 3), ANNA),
  ACTIVE_NON_INTERACTIVE("Aiko", "Tanaka", "adatum", 800, new LastSeen.DaysAgo(500, 3, 3), ANNA),
  ACTIVE_SUCCESSFUL("Omar", "Haddad", "adatum", 650, new LastSeen.DaysAgo(500, 500, 3), BORIS),
  NEVER_SIGNED_IN("Lena", "Vogel", "litware", 730, new LastSeen.Never(), BORIS),
  NULL_DATES("Pedro", "Alves", "litware", 0, new LastSeen.Written(null), ANNA),
  EMPTY_DATES("Ingrid", "Dahl", "tailspin", 600, new LastSeen.Written(""), ANNA),
  YEAR_ONE("Tomas", "Cerny", "tailspin", 500, new LastSeen.Written("0001-01-01T00:00:00Z"), ANNA),
  CREATED_YESTERDAY("Noor", "Jansen", "northwind", 1, new LastSeen.Never(), ANNA),
  ROLE_HOLDER("Victor", "Stone", "northwind", 1000, daysAgo(300), ANNA),
  ON_PREMISES("Helga", "Brandt", "proseware", 1100, daysAgo(350), ANNA),
  EXCLUDED("Samuel", "Mbeki", "proseware", 850, daysAgo(250), ANNA),
  NO_SPONSOR("Yara", "Costa", "fabrikam", 640, daysAgo(220), null),
  /** Its only sponsor left the company; its manager is Anna. */
  SPONSOR_GONE("Mikkel", "Holm", "wingtip", 720, daysAgo(260), FRANK),
  /** Its sponsor never opens mail; its manager is Boris. */
  SPONSOR_SILENT("Priya", "Nair", "wingtip", 560, daysAgo(210), CHIARA),
  SPONSOR_KEEPS("Lucas", "Moreau", "adatum", 540, daysAgo(180), ANNA),
  /** Its sponsor's mail scanner opens and posts every link. */
  SPONSOR_REMOVES("Sofia", "Conti", "tailspin", 620, daysAgo(240), EMMA),
  SPONSOR_CHANGES_MIND("Daniel", "Kim", "northwind", 580, daysAgo(200), DAVID),
  /** Signs in again on day 16, see {@link Story}. */
  COMES_BACK("Elif", "Demir", "proseware", 590, daysAgo(190), CHIARA),
  /** An administrator deletes it on day 15, see {@link Story}. */
  DELETED_BY_ADMIN("Bruno", "Ferrari", "wingtip", 610, daysAgo(230), CHIARA),
  /** Somebody else disabled it before the start. */
  ALREADY_DISABLED("Karin", "Lund", "litware", 980, daysAgo(420), ANNA),
  /** The display name attacks pages, mail headers, terminals and spreadsheets. */
  HOSTILE_NAME("Mallory", "Grey", "wingtip", 670, daysAgo(270), GRACE);

  private static final String HOSTILE_DISPLAY_NAME =
      "=HYPERLINK(\"http://evil.example.com\",\"Mallory\")<script>alert('gate')</script>"
          + "\r\nBcc: everyone@contoso.example.com\u202Egnp.exe";

  private final String givenName;
  private final String surname;
  private final String partner;
  private final int createdDaysAgo;

  @SuppressWarnings("ImmutableEnumChecker") // its cases are records of numbers and text
  private final LastSeen lastSeen;

  private final @Nullable Employee sponsor;

  NamedGuest(
      String givenName,
      String surname,
      String partner,
      int createdDaysAgo,
      LastSeen lastSeen,
      @Nullable Employee sponsor) {
    this.givenName = givenName;
    this.surname = surname;
    this.partner = partner;
    this.createdDaysAgo = createdDaysAgo;
    this.lastSeen = lastSeen;
    this.sponsor = sponsor;
  }

  public String displayName() {
    return this == HOSTILE_NAME ? HOSTILE_DISPLAY_NAME : givenName + " " + surname;
  }

  public String mail() {
    return (givenName + "." + surname).toLowerCase(Locale.ROOT) + "@" + partner + ".example.com";
  }

  public Optional<Employee> sponsor() {
    return Optional.ofNullable(sponsor);
  }

  public Optional<Employee> manager() {
    return switch (this) {
      case SPONSOR_GONE -> Optional.of(ANNA);
      case SPONSOR_SILENT -> Optional.of(BORIS);
      default -> Optional.empty();
    };
  }

  User at(Instant start, String id) {
    return new User(
        id,
        mail().replace('@', '_') + "#EXT#@" + Employee.HOST,
        displayName(),
        givenName,
        surname,
        mail(),
        true,
        this != ALREADY_DISABLED,
        created(start),
        partner.substring(0, 1).toUpperCase(Locale.ROOT) + partner.substring(1),
        this == ON_PREMISES,
        lastSeen.activity(start));
  }

  /** NULL_DATES is older than April 2020: a missing date proves nothing there. */
  private Instant created(Instant start) {
    return this == NULL_DATES
        ? Instant.parse("2019-03-11T09:30:00Z")
        : start.truncatedTo(ChronoUnit.SECONDS).minus(createdDaysAgo, ChronoUnit.DAYS);
  }
}
