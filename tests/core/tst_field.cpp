// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/field.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <set>

using namespace Trailglass;

namespace {

EventRecord recordWithEveryField()
{
    EventRecord record;
    record.row = {3};
    record.source = "work";
    record.vendor = Vendor::Secoda;
    record.received = {1};
    record.event = {.id = "e-1",
                    .created = {0},
                    .action = "Login",
                    .category = "session",
                    .operation = Operation::Auth,
                    .outcome = Outcome::Failure,
                    .actor = {.id = "a1", .email = "ann@example.org", .name = "Ann", .type = "user"},
                    .target = {.id = "t1", .name = "Orders", .type = "table"},
                    .ip = "2001:db8::1",
                    .userAgent = "curl/8",
                    .channel = "web",
                    .workspace = "main",
                    .environment = "prod",
                    .correlation = "c-9",
                    .message = "signed in",
                    .revised = {},
                    .raw = "{\"id\":\"e-1\"}"};
    return record;
}

} // namespace

class FieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndTexts_data();
    void namesAndTexts();
    void listsEveryFieldOnce();
    void readsNamesWithoutCase();
    void refusesOtherNames_data();
    void refusesOtherNames();
    void showsNothingWhereThereIsNoValue();
    void showsTheNextBestForDisplay();
    void viewsOfTimesLiveInTheScratch();
};

void FieldTest::namesAndTexts_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("text");

    int position = 0;
    const auto row = [&position](const char *canonical, const char *text) {
        QTest::newRow(canonical) << position++ << QByteArray(canonical) << QByteArray(text);
    };
    row("source", "work");
    row("vendor", "secoda");
    row("id", "e-1");
    row("created", "1970-01-01T00:00:00.000000Z");
    row("received", "1970-01-01T00:00:00.000001Z");
    row("action", "Login");
    row("category", "session");
    row("op", "auth");
    row("outcome", "failure");
    row("actor", "ann@example.org");
    row("actor.id", "a1");
    row("actor.email", "ann@example.org");
    row("actor.name", "Ann");
    row("actor.type", "user");
    row("target", "Orders");
    row("target.id", "t1");
    row("target.name", "Orders");
    row("target.type", "table");
    row("ip", "2001:db8::1");
    row("user_agent", "curl/8");
    row("channel", "web");
    row("workspace", "main");
    row("environment", "prod");
    row("correlation", "c-9");
    row("message", "signed in");
    row("raw", "{\"id\":\"e-1\"}");
    QCOMPARE(position, static_cast<int>(FieldCount));
}

void FieldTest::namesAndTexts()
{
    QFETCH(int, position);
    QFETCH(QByteArray, canonical);
    QFETCH(QByteArray, text);

    const Field field = allFields().at(static_cast<std::size_t>(position));
    QCOMPARE(QByteArray::fromStdString(std::string(name(field))), canonical);
    QCOMPARE(fieldFromName(canonical.toStdString()), field);

    std::string scratch;
    const EventRecord record = recordWithEveryField();
    QCOMPARE(QByteArray::fromStdString(std::string(fieldText(record, field, scratch))), text);
}

void FieldTest::listsEveryFieldOnce()
{
    const auto &fields = allFields();
    QCOMPARE(std::set<Field>(fields.begin(), fields.end()).size(), FieldCount);
    QVERIFY(std::is_sorted(fields.begin(), fields.end()));
    QCOMPARE(fields.back(), Field::Raw);
}

void FieldTest::readsNamesWithoutCase()
{
    QCOMPARE(fieldFromName("ACTOR.Email"), Field::ActorEmail);
    QCOMPARE(fieldFromName("User_Agent"), Field::UserAgent);
}

void FieldTest::refusesOtherNames_data()
{
    QTest::addColumn<QByteArray>("text");

    // Aliases belong to the filter language.
    for (const char *text :
         {"", "user", "time", "event_type", "actor.", "actor.mail", "useragent", "@id", " id", "ıp"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void FieldTest::refusesOtherNames()
{
    QFETCH(QByteArray, text);

    QVERIFY(!fieldFromName(text.toStdString()).has_value());
}

void FieldTest::showsNothingWhereThereIsNoValue()
{
    EventRecord record;
    for (const Field field : allFields()) {
        const std::set<Field> always{Field::Vendor, Field::Created, Field::Received, Field::Op,
                                     Field::Outcome};
        std::string scratch;
        QCOMPARE(fieldText(record, field, scratch).empty(), !always.contains(field));
    }
}

void FieldTest::showsTheNextBestForDisplay()
{
    EventRecord record = recordWithEveryField();
    record.event.actor.email.clear();
    record.event.target.name.clear();
    std::string scratch;
    QCOMPARE(std::string(fieldText(record, Field::Actor, scratch)), "Ann");
    QCOMPARE(std::string(fieldText(record, Field::Target, scratch)), "t1");
}

void FieldTest::viewsOfTimesLiveInTheScratch()
{
    const EventRecord record = recordWithEveryField();
    std::string scratch;
    const std::string_view time = fieldText(record, Field::Created, scratch);
    QCOMPARE(static_cast<const void *>(time.data()), static_cast<const void *>(scratch.data()));
    const std::string_view action = fieldText(record, Field::Action, scratch);
    QCOMPARE(static_cast<const void *>(action.data()), static_cast<const void *>(record.event.action.data()));
}

TRAILGLASS_TEST(FieldTest)
#include "tst_field.moc"
