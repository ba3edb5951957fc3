// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/preset.h"

#include "models/presets/presetreferences.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksNames_data();
    void checksNames();
    void checksEveryPart_data();
    void checksEveryPart();
    void suggestsTheNearestPreset();
    void refusesAPresetThatCannotRunAmongTheOthers_data();
    void refusesAPresetThatCannotRunAmongTheOthers();
    void findsAndRenamesReferences_data();
    void findsAndRenamesReferences();
};

namespace {

const QList<Preset> Known{{u"mine"_s, u"preset:night actor:ann"_s}, {u"night"_s, u"hour:22..,..5"_s}};

} // namespace

void PresetTest::checksNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("one letter") << u"x"_s << true;
    QTest::newRow("spaces inside, any script") << u"Nachts & 夜間 (2)"_s << true;
    QTest::newRow("a hundred") << QString(100, u'x') << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("a hundred and one") << QString(101, u'x') << false;
    QTest::newRow("blank first") << u" x"_s << false;
    QTest::newRow("no-break space last") << u"x\u00a0"_s << false;
    QTest::newRow("line feed") << u"a\nb"_s << false;
    QTest::newRow("right-to-left override") << u"a\u202eb"_s << false;
    QTest::newRow("zero width") << u"a\u200bb"_s << false;
}

void PresetTest::checksNames()
{
    QFETCH(QString, name);
    QTEST(checkPresetName(name).hasValue(), "good");
}

void PresetTest::checksEveryPart_data()
{
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<QString>("says");
    QTest::newRow("all good") << Preset{u"a"_s, u"actor:ann OR preset:later"_s, u"created,@a.b"_s,
                                        u"-actor"_s}
                              << QString();
    QTest::newRow("everything may be empty but the name") << Preset{u"a"_s, {}} << QString();
    QTest::newRow("name") << Preset{u" "_s, {}} << u"name"_s;
    QTest::newRow("expression") << Preset{u"a"_s, u"actr:x"_s} << u"“actor”"_s;
    QTest::newRow("columns") << Preset{u"a"_s, {}, u"created,,actor"_s} << u"column"_s;
    QTest::newRow("too many columns")
        << Preset{u"a"_s, {}, u"id"_s + u",id"_s.repeated(200)} << u"at most 200"_s;
    QTest::newRow("too long a list of columns")
        << Preset{u"a"_s, {}, QString(70'000, u'x')} << u"at most 200"_s;
    QTest::newRow("colour rules") << Preset{u"a"_s, {}, {}, {}, u"{}"_s} << u"JSON array"_s;
    QTest::newRow("a colour rule with a broken filter")
        << Preset{u"a"_s, {}, {}, {}, uR"([{"filter":"(","colour":1}])"_s} << QString();
    QTest::newRow("sort") << Preset{u"a"_s, {}, {}, u"-creatd"_s} << u"created"_s;
}

void PresetTest::checksEveryPart()
{
    QFETCH(Preset, preset);
    QFETCH(QString, says);
    const Result<void> checked = checkPreset(preset);
    QCOMPARE(checked.hasValue(), says.isEmpty());
    if (!checked)
        QCOMPARE(checked.error().kind, ErrorKind::Usage);
}

void PresetTest::suggestsTheNearestPreset()
{
    QVERIFY(presetNamed(u"night"_s, Known));
    QVERIFY(presetNamed(u"nihgt"_s, Known).error().message.contains(u"“night”"_s));
    QVERIFY(!presetNamed(u"quarter"_s, Known).error().message.contains(u"Did"_s));
    const auto tree = std::get<Filter::NodePointer>(Filter::parse(u"x preset:nihgt"_s));
    const auto expanded = expandPresetsAmong(tree, Known);
    QVERIFY(!expanded);
    QCOMPARE(expanded.error().kind, ErrorKind::Usage);
    QVERIFY2(expanded.error().message.contains(u"Did you mean “night”?"_s),
             qPrintable(expanded.error().message));
}

void PresetTest::refusesAPresetThatCannotRunAmongTheOthers_data()
{
    QTest::addColumn<Preset>("preset");
    QTest::addColumn<QString>("says");
    QTest::newRow("new") << Preset{u"new"_s, u"-preset:mine"_s} << QString();
    QTest::newRow("replaced") << Preset{u"night"_s, u"hour:23"_s} << QString();
    QTest::newRow("names itself") << Preset{u"new"_s, u"preset:new"_s} << u"new → new"_s;
    QTest::newRow("closes a circle") << Preset{u"night"_s, u"preset:mine"_s} << u"night → mine → night"_s;
    QTest::newRow("names nobody") << Preset{u"new"_s, u"preset:mien"_s} << u"“mine”"_s;
}

void PresetTest::refusesAPresetThatCannotRunAmongTheOthers()
{
    QFETCH(Preset, preset);
    QFETCH(QString, says);
    const Result<void> checked = checkPresetAmong(preset, Known);
    QCOMPARE(checked.hasValue(), says.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(says), qPrintable(checked.error().message));
}

void PresetTest::findsAndRenamesReferences_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<QString>("renamed");
    QTest::newRow("none, to the letter") << u"a   AND b"_s << QStringList() << u"a   AND b"_s;
    QTest::newRow("another") << u"a  preset:b"_s << QStringList{u"b"_s} << u"a  preset:b"_s;
    QTest::newRow("deep inside") << u"x OR -(y preset:night preset:b)"_s << QStringList{u"night"_s, u"b"_s}
                                 << u"x OR -(y preset:\"late night\" preset:b)"_s;
    QTest::newRow("in quotes") << u"preset:\"a \"\"b\"\", c*\" preset:d\\,e"_s
                               << QStringList{u"a \"b\", c*"_s, u"d,e"_s}
                               << u"preset:\"a \"\"b\"\", c*\" preset:d\\,e"_s;
    QTest::newRow("twice") << u"preset:b preset:c OR preset:b"_s << QStringList{u"b"_s, u"c"_s}
                           << u"preset:b preset:c OR preset:b"_s;
    QTest::newRow("broken") << u"(preset:night"_s << QStringList() << u"(preset:night"_s;
}

void PresetTest::findsAndRenamesReferences()
{
    QFETCH(QString, expression);
    QTEST(presetsNamedIn(expression), "named");
    QFETCH(QStringList, named);
    for (const QString &name : named)
        QVERIFY2(isPresetNamedIn(expression, name), qPrintable(name));
    QVERIFY(!isPresetNamedIn(expression, u"x"_s));
    QTEST(withPresetsRenamed(expression, {{u"night"_s, u"late night"_s}}), "renamed");
}

TRAILGLASS_TEST(PresetTest)
#include "tst_preset.moc"
