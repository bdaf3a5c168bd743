package io.hanproof.gbcs;

import io.hanproof.octets.OctetReader;
import io.hanproof.octets.OctetWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The date-time of DLMS, 12 octets, each as it stands on the wire: 0xFF (year 0xFFFF, deviation 0x8000) is not specified.
 *
 * @param deviation minutes from UTC, two octets
 */
public record CosemDateTime(
        int year,
        int month,
        int dayOfMonth,
        int dayOfWeek,
        int hour,
        int minute,
        int second,
        int hundredths,
        int deviation,
        int clockStatus) {
    static final int LENGTH = 12;
    private static final int NOT_SPECIFIED = 0xFF;
    private static final int NO_DEVIATION = 0x8000;
    private static final int NO_YEAR = 0xFFFF;
    /** DLMS has 0xFD to 0xFF for two turns of the clock, and for no month in particular. */
    private static final int SUMMER_TIME_ENDS = 0xFD;
    /** And 0xFD to 0xFF for the two last days of a month, and for no day in particular. */
    private static final int SECOND_LAST_DAY = 0xFD;
    /** In minutes: no place on earth is further from UTC. */
    private static final int A_DAY = 24 * 60;

    public CosemDateTime {
        Wire.requireU16(year, "year");
        Wire.requireU8(month, "month");
        Wire.requireU8(dayOfMonth, "day of month");
        Wire.requireU8(dayOfWeek, "day of week");
        Wire.requireU8(hour, "hour");
        Wire.requireU8(minute, "minute");
        Wire.requireU8(second, "second");
        Wire.requireU8(hundredths, "hundredths");
        Wire.requireU16(deviation, "deviation");
        Wire.requireU8(clockStatus, "clock status");
    }

    /** UTC to the second; day of week, deviation and clock status not specified, as the published messages have it. */
    public static CosemDateTime of(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return new CosemDateTime(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                NOT_SPECIFIED,
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond(),
                0,
                NO_DEVIATION,
                NOT_SPECIFIED);
    }

    /** The instant meant, empty when a part of it is not specified or is no date. */
    public Optional<Instant> instant() {
        int minutes = deviation == NO_DEVIATION ? 0 : (short) deviation;
        int nanos = hundredths == NOT_SPECIFIED ? 0 : hundredths * 10_000_000;
        try {
            // DLMS: the deviation is what local time lacks to UTC
            return Optional.of(LocalDateTime.of(year, month, dayOfMonth, hour, minute, second, nanos)
                    .plusMinutes(minutes)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether no part of it says what none can say, and the parts together are a date, where they are all specified. */
    boolean isPossible() {
        boolean date = ((month >= 1 && month <= 12) || month >= SUMMER_TIME_ENDS)
                && ((dayOfMonth >= 1 && dayOfMonth <= 31) || dayOfMonth >= SECOND_LAST_DAY)
                && ((dayOfWeek >= 1 && dayOfWeek <= 7) || dayOfWeek == NOT_SPECIFIED);
        boolean time = isBelow(24, hour)
                && isBelow(60, minute)
                && isBelow(60, second)
                && isBelow(100, hundredths)
                && (deviation == NO_DEVIATION || Math.abs((short) deviation) <= A_DAY);
        boolean whole = year != NO_YEAR
                && month < SUMMER_TIME_ENDS
                && dayOfMonth < SECOND_LAST_DAY
                && IntStream.of(hour, minute, second).noneMatch(it -> it == NOT_SPECIFIED);
        return date && time && (!whole || instant().isPresent());
    }

    private static boolean isBelow(int end, int part) {
        return part < end || part == NOT_SPECIFIED;
    }

    /** Reads the length, which is the presence too, and the date-time. */
    static Optional<CosemDateTime> readOptional(OctetReader in) {
        int at = in.at();
        int length = in.u8("date-time length");
        if (length == 0) {
            return Optional.empty();
        }
        if (length != LENGTH) {
            throw in.malformed("date-time length", "0 or 12", at, "found " + length);
        }
        return Optional.of(read(in));
    }

    static CosemDateTime read(OctetReader in) {
        return new CosemDateTime(
                Wire.u16(in, "year"),
                in.u8("month"),
                in.u8("day of month"),
                in.u8("day of week"),
                in.u8("hour"),
                in.u8("minute"),
                in.u8("second"),
                in.u8("hundredths"),
                Wire.u16(in, "deviation"),
                in.u8("clock status"));
    }

    OctetWriter write(OctetWriter out) {
        Wire.u16(out, year)
                .u8(month)
                .u8(dayOfMonth)
                .u8(dayOfWeek)
                .u8(hour)
                .u8(minute)
                .u8(second)
                .u8(hundredths);
        return Wire.u16(out, deviation).u8(clockStatus);
    }

    /** As {@code 2015-01-01T00:00:00Z (07DF0101FF000000008000FF)}: the instant leaves things out. */
    @Override
    public String toString() {
        String octets = write(new OctetWriter(LENGTH)).toOctets().hex();
        return "%s (%s)".formatted(instant().map(Instant::toString).orElse("no instant"), octets);
    }
}
