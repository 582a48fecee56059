package io.gatehouse.sandbox.tenant;

import java.util.List;

/** Invented people and organizations. */
final class InventedNames {
  private static final List<String> GIVEN =
      List.of(
          "Alma", "Bela", "Chidi", "Dora", "Emil", "Freya", "Goran", "Hilda", "Imre", "Joana",
          "Kaito", "Leyla", "Marek", "Nora", "Oskar", "Petra", "Rafael", "Selma", "Theo", "Ursula",
          "Viktor", "Wilma", "Yannis", "Zelda", "Amara", "Bruna", "Celia", "Dieter", "Elena",
          "Farid", "Greta", "Henrik", "Irina", "Jorge", "Katja", "Luca", "Marta", "Nuno", "Paola",
          "Rune");

  private static final List<String> SURNAMES =
      List.of(
          "Abel",
          "Bauer",
          "Castro",
          "Duval",
          "Eriksen",
          "Farkas",
          "Gallo",
          "Horvat",
          "Ivanova",
          "Jokinen",
          "Kovac",
          "Lopes",
          "Martin",
          "Nilsen",
          "Okafor",
          "Pereira",
          "Quist",
          "Ricci",
          "Sato",
          "Toth",
          "Urban",
          "Vidal",
          "Winter",
          "Yilmaz",
          "Zeman",
          "Arslan",
          "Bianchi",
          "Coelho",
          "Dunn",
          "Esposito",
          "Fischer",
          "Gruber",
          "Hansen",
          "Ito",
          "Jensen",
          "Kumar",
          "Larsen",
          "Mwangi",
          "Nagy",
          "Oliveira",
          "Popa",
          "Romero",
          "Santos",
          "Tamm",
          "Usman",
          "Varga",
          "Wolf",
          "Zorn");

  private static final List<String> PARTNERS =
      List.of(
          "fabrikam",
          "adatum",
          "litware",
          "tailspin",
          "northwind",
          "proseware",
          "wingtip",
          "alderworks",
          "birchline",
          "cobaltsea",
          "dunewind",
          "eastmill",
          "fernway",
          "glasshill",
          "harborlight",
          "ironbrook",
          "junipers",
          "kestrelair",
          "lanternlab",
          "meadowgate",
          "nightjar",
          "oakendale",
          "pebblecove",
          "quillmark",
          "riverbend",
          "saltmarsh",
          "thistledown",
          "umberfield",
          "violetpark",
          "willowtech");

  private InventedNames() {}

  static String given(int number) {
    return GIVEN.get(number % GIVEN.size());
  }

  /** The pair with {@link #given} comes back after 1,920 numbers, not before. */
  static String surname(int number) {
    return SURNAMES.get((number / GIVEN.size() + number) % SURNAMES.size());
  }

  /** A few partners have most of the guests. */
  static String partner(int number, Dice dice) {
    int two = dice.roll(number, "partner", 1000) * dice.roll(number, "partner size", 1000);
    return PARTNERS.get((int) ((long) two * PARTNERS.size() / 1_000_000));
  }
}
