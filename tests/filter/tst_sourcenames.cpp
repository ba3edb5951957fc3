// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/sourcenames.h"

#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

/// Names of sources in a filter, held to those that are there.
class SourceNamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatNamesASource_data();
    void takesWhatNamesASource();
    void pointsAtANameThatIsNone_data();
    void pointsAtANameThatIsNone();
    void suggestsWhatReadsBackAsTheName();
    void asksNothingOfAnEmptyRule();
    void namesTheSourcesThereAre_data();
    void namesTheSourcesThereAre();
    void looksIntoPresets_data();
    void looksIntoPresets();
    void looksAtEachPresetOnce();
};

namespace {

const QStringList Names{u"work"_s, u"My Team"_s, u"Ölwerk"_s};

std::optional<QString> lookUp(const QString &name)
{
    static const QHash<QString, QString> presets{
        {u"good"_s, u"source:work -preset:ring"_s},
        {u"bad"_s, u"x OR -source:wrk"_s},
        {u"nested"_s, u"y preset:bad"_s},
        {u"ring"_s, u"source:work preset:ring"_s},
        {u"broken"_s, u"actr:x"_s},
    };
    const auto found = presets.constFind(name);
    return found == presets.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

void SourceNamesTest::takesWhatNamesASource_data()
{
    QTest::addColumn<QString>("expression");
    for (const QString &expression :
         {u"source:work"_s, u"conn:WORK"_s, u"source:=work"_s, u"source:\"my team\",work"_s,
          u"source:ölwerk"_s, u"source!=work"_s, u"source:*"_s, u"source:w*k,none*"_s, u"source:/none/"_s,
          u"source:~none"_s, u"source:\"\""_s, u"-source:\"\""_s,
          u"vendor:asana actor:none none @source:none"_s})
        QTest::newRow(qPrintable(expression)) << expression;
}

void SourceNamesTest::takesWhatNamesASource()
{
    QFETCH(const QString, expression);
    const ParseResult result = parse(expression, knownSources(Names));
    const auto *error = std::get_if<SyntaxError>(&result);
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    QVERIFY(checkSources(std::get<NodePointer>(result), lookUp, Names));
}

void SourceNamesTest::pointsAtANameThatIsNone_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const QString &expression, int position, int length, const QString &suggestion = {}) {
        QTest::newRow(qPrintable(expression)) << expression << position << length << suggestion;
    };
    row(u"source:nope"_s, 7, 4);
    row(u"x source:wrk"_s, 9, 3, u"work"_s);
    row(u"-source:wrk"_s, 8, 3, u"work"_s);
    row(u"source!=wrk"_s, 8, 3, u"work"_s);
    row(u"NOT connection:work2"_s, 15, 5, u"work"_s);
    row(u"source:=Work"_s, 8, 4, u"work"_s);
    row(u"source:work,wrok"_s, 12, 4, u"work"_s);
    row(u"source:(work OR \"my taem\")"_s, 16, 9, u"\"My Team\""_s);
    row(u"(x OR -(source:work source:none))"_s, 27, 4);
    row(u"source:\"wor*\""_s, 7, 6, u"work"_s);
}

void SourceNamesTest::pointsAtANameThatIsNone()
{
    QFETCH(const QString, expression);
    const ParseResult result = parse(expression, knownSources(Names));
    const auto *error = std::get_if<SyntaxError>(&result);
    QVERIFY(error);
    QVERIFY2(error->message.startsWith(u"There is no source “"_s), qPrintable(error->message));
    QTEST(static_cast<int>(error->position), "position");
    QTEST(static_cast<int>(error->length), "length");
    QTEST(error->suggestion, "suggestion");
    const auto checked = checkSources(std::get<NodePointer>(parse(expression)), lookUp, Names);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Usage);
    QCOMPARE(checked.error().message, sentence(*error));
}

void SourceNamesTest::suggestsWhatReadsBackAsTheName()
{
    const QStringList names{u"a*b"_s};
    QString expression = u"source:axb"_s;
    const ParseResult result = parse(expression, knownSources(names));
    const auto &error = std::get<SyntaxError>(result);
    expression.replace(error.position, error.length, error.suggestion);
    QCOMPARE(expression, u"source:\"a*b\""_s);
    QVERIFY(std::holds_alternative<NodePointer>(parse(expression, knownSources(names))));
}

void SourceNamesTest::asksNothingOfAnEmptyRule()
{
    QVERIFY(std::holds_alternative<NodePointer>(parse(u"source:nope"_s)));
    QVERIFY(std::holds_alternative<SyntaxError>(parse(u"source:nope"_s, knownSources({}))));
}

void SourceNamesTest::namesTheSourcesThereAre_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << QStringList() << u"There is no source “x”; the workspace has none yet."_s;
    QTest::newRow("two") << QStringList{u"one"_s, u"two"_s}
                         << u"There is no source “x”; the sources are one, two."_s;
    QTest::newRow("eleven")
        << u"s1,s2,s3,s4,s5,s6,s7,s8,s9,s10,s11"_s.split(u',')
        << u"There is no source “x”; among the sources are s1, s2, s3, s4, s5, s6, s7, s8, s9, "
           u"s10."_s;
}

void SourceNamesTest::namesTheSourcesThereAre()
{
    QFETCH(const QStringList, names);
    QTEST(std::get<SyntaxError>(parse(u"source:x"_s, knownSources(names))).message, "message");
}

void SourceNamesTest::looksIntoPresets_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("message");
    QTest::newRow("good") << u"preset:good"_s << QString();
    QTest::newRow("missing, reported elsewhere") << u"preset:none"_s << QString();
    QTest::newRow("broken, reported elsewhere") << u"preset:broken"_s << QString();
    const QString bad =
        u"The preset “bad” cannot be used. There is no source “wrk”; the sources are work, My Team, "
        u"Ölwerk. Did you mean “work”?"_s;
    QTest::newRow("bad") << u"x -preset:bad"_s << bad;
    QTest::newRow("bad inside another") << u"(preset:good OR preset:nested)"_s << bad;
}

void SourceNamesTest::looksIntoPresets()
{
    QFETCH(const QString, expression);
    const auto checked = checkSources(std::get<NodePointer>(parse(expression)), lookUp, Names);
    QTEST(checked ? QString() : checked.error().message, "message");
}

void SourceNamesTest::looksAtEachPresetOnce()
{
    // Preset n names preset n-1 ten times: 10^50 ways to the last one.
    int lookUps = 0;
    const PresetLookup many = [&lookUps](const QString &name) -> std::optional<QString> {
        ++lookUps;
        const int level = name.toInt();
        return level == 0 ? u"source:none"_s : u"preset:%1 "_s.arg(level - 1).repeated(10);
    };
    const auto checked = checkSources(std::get<NodePointer>(parse(u"preset:50"_s)), many, Names);
    QVERIFY(!checked);
    QCOMPARE(lookUps, 51);
}

TRAILGLASS_TEST(SourceNamesTest)
#include "tst_sourcenames.moc"
