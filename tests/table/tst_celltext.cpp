// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/celltext.h"
#include "tests/runner/testclass.h"

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

EventRecord recordAt(std::string_view time)
{
    EventRecord record;
    record.event.created = *parseTime(time);
    return record;
}

} // namespace

/// Times of the table as people read them.
class CellTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTwoHoursOfTheEndOfSummerTimeApart_data();
    void tellsTheTwoHoursOfTheEndOfSummerTimeApart();
    void writesTheOffsetAsStronglyAsTheTime();
};

void CellTextTest::tellsTheTwoHoursOfTheEndOfSummerTimeApart_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &zone, const QByteArray &time,
                        const QString &shown) {
        QTest::newRow(name) << zone << time << shown;
    };
    row("first", "Europe/Berlin", "2026-10-25T00:15:00.123456Z", u"2026-10-25 02:15:00 +02"_s);
    row("second", "Europe/Berlin", "2026-10-25T01:15:00.123456Z", u"2026-10-25 02:15:00 +01"_s);
    row("the hour before", "Europe/Berlin", "2026-10-24T23:59:59.999999Z", u"2026-10-25 01:59:59.999"_s);
    row("the hour after", "Europe/Berlin", "2026-10-25T02:00:00.000001Z", u"2026-10-25 03:00:00.000"_s);
    row("half an hour beside", "America/St_Johns", "2026-11-01T04:15:00Z", u"2026-11-01 01:45:00 -02:30"_s);
    row("where there is no summer", "UTC", "2026-10-25T01:15:00.123456Z", u"2026-10-25 01:15:00.123"_s);
}

void CellTextTest::tellsTheTwoHoursOfTheEndOfSummerTimeApart()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, time);
    QFETCH(const QString, shown);
    CellText text;
    text.setZone(QTimeZone(zone));
    const EventRecord record = recordAt(time.toStdString());

    QCOMPARE(text.shown(record, {Field::Created, "created"}), shown);
    const qsizetype seconds = QStringLiteral("2026-10-25 02:15:00").size();
    const bool hasOffset = shown.at(seconds) == u' ';
    QCOMPARE(text.moment(record).contains(shown.mid(seconds)), hasOffset); // where the scroll bar leads
    QCOMPARE(text.sentence(record).startsWith(shown), true); // aloud
}

void CellTextTest::writesTheOffsetAsStronglyAsTheTime()
{
    CellText text;
    text.setZone(QTimeZone("Europe/Berlin"));
    const Column created{Field::Created, "created"};
    const EventRecord record = recordAt("2026-10-25T00:15:00.123456Z");
    const auto strong = text.strongPart(record, nullptr, created);
    QVERIFY(strong);
    QCOMPARE(text.shown(record, created).mid(strong->first, strong->length), u"2026-10-25 02:15:00 +02"_s);
    const auto repeated = text.strongPart(record, &record, created);
    QVERIFY(repeated);
    QCOMPARE(text.shown(record, created).mid(repeated->first, repeated->length), u"02:15:00 +02"_s);
}

TRAILGLASS_TEST(CellTextTest)
#include "tst_celltext.moc"
