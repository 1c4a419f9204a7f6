package io.flowtide.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {

    private static final LocalDate EPIPHANY = LocalDate.parse("2027-01-06");
    private static final LocalDate EASTER_MONDAY = LocalDate.parse("2027-03-29");

    @Test
    void aRegionHasTheHolidaysOfItsCountryAndItsOwn() {
        HolidayCalendar bavaria = HolidayCalendar.parse("de-by");
        HolidayCalendar germany = HolidayCalendar.parse("DE");

        assertThat(bavaria.holiday(EPIPHANY)).contains("Epiphany");
        assertThat(germany.holiday(EPIPHANY)).isEmpty();
        assertThat(bavaria.holiday(EASTER_MONDAY)).contains("Easter Monday");
        assertThat(germany.holiday(EASTER_MONDAY)).contains("Easter Monday");
        assertThat(germany.holiday(EASTER_MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void severalCountriesAndDaysAddUp() {
        HolidayCalendar calendar = HolidayCalendar.parse("US, DE,2026-12-24, 12-31=New Year's Eve");

        assertThat(calendar.holiday(LocalDate.parse("2025-07-04"))).isPresent();
        assertThat(calendar.holiday(LocalDate.parse("2026-10-03"))).isPresent();
        assertThat(calendar.holiday(LocalDate.parse("2026-12-24"))).contains("2026-12-24");
        assertThat(calendar.holiday(LocalDate.parse("2028-12-24"))).isEmpty();
        assertThat(calendar.holiday(LocalDate.parse("2031-12-31"))).contains("New Year's Eve");
    }

    @Test
    void aLeapDayComesInLeapYears() {
        HolidayCalendar calendar = HolidayCalendar.parse("02-29");

        assertThat(calendar.holiday(LocalDate.parse("2028-02-29"))).isPresent();
        assertThat(calendar.holiday(LocalDate.parse("2027-02-28"))).isEmpty();
        assertThat(calendar.holiday(LocalDate.parse("2027-03-01"))).isEmpty();
    }

    @Test
    void itsTextIsReadAsTheSameCalendar() {
        HolidayCalendar calendar = HolidayCalendar.parse("12-31=Eve,DE-BY,2026-12-24");

        assertThat(HolidayCalendar.parse(calendar.toString()))
                .isEqualTo(calendar)
                .hasSameHashCodeAs(calendar);
        assertThat(calendar).isNotEqualTo(HolidayCalendar.parse("DE-BY"));
        assertThat(HolidayCalendar.parse(" ")).isEqualTo(HolidayCalendar.none());
        assertThat(calendar.and(HolidayCalendar.parse("US")))
                .isEqualTo(HolidayCalendar.parse("US,12-31=Eve,DE-BY,2026-12-24"));
    }

    @Test
    void whatIsNeitherARegionNorADayIsRefused() {
        assertThatThrownBy(() -> HolidayCalendar.parse("XX"))
                .hasMessageContaining("no calendar of public holidays for 'XX'")
                .hasMessageContaining("like DE or DE-BY");
        assertThatThrownBy(() -> HolidayCalendar.parse("DE-XX"))
                .hasMessageContaining("no region 'XX' in the calendar of 'DE'")
                .hasMessageContaining("BW, BY");
        assertThatThrownBy(() -> HolidayCalendar.parse("2026-13-01")).hasMessageContaining("'2026-13-01' is not a day");
        assertThatThrownBy(() -> HolidayCalendar.parse("24-12")).hasMessageContaining("'24-12' is not a day");
    }

    @Test
    void aFileHasOneDayPerLine() {
        HolidayCalendar calendar =
                HolidayFile.read(List.of("# ours", "2026-12-24, Christmas Eve", "", "12-31 # every year", "DE-BY"));

        assertThat(calendar).isEqualTo(HolidayCalendar.parse("2026-12-24=Christmas Eve,12-31,DE-BY"));
        assertThat(calendar.holiday(LocalDate.parse("2026-12-24"))).contains("Christmas Eve");
    }

    @Test
    void aFileIsRefusedWithTheNumberOfTheLine() {
        assertThatThrownBy(() -> HolidayFile.read(List.of("2026-12-24", "tomorrow")))
                .hasMessageStartingWith("2: ")
                .hasMessageContaining("'TOMORROW'");
    }

    @Test
    void aSeriesCalendarIsReadFromItsText() {
        SeriesCalendar plain = SeriesCalendar.parse("Europe/Berlin");
        SeriesCalendar bavarian = SeriesCalendar.parse("Europe/Berlin;DE-BY");

        assertThat(plain.holidays()).isEqualTo(HolidayCalendar.none());
        assertThat(plain.text()).isEqualTo("Europe/Berlin");
        assertThat(bavarian.holidays()).isEqualTo(HolidayCalendar.parse("DE-BY"));
        assertThat(bavarian.text()).isEqualTo("Europe/Berlin;DE-BY");
    }
}
