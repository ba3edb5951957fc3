// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/builtinpresets.h"

#include "models/presets/preset.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <set>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class BuiltInPresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAtLeastADozenOfDifferentNamesAndTitles();
    void canAllRun_data();
    void canAllRun();
    void giveWayToOnesOwn();
    void areNamedWhenAPresetIsMisspelt();
};

void BuiltInPresetsTest::areAtLeastADozenOfDifferentNamesAndTitles()
{
    std::set<QString> names;
    std::set<QString> titles;
    for (const BuiltInPreset &builtIn : builtInPresets()) {
        names.insert(builtIn.preset.name);
        titles.insert(builtIn.title);
    }
    QVERIFY(names.size() >= 12);
    QCOMPARE(static_cast<qsizetype>(names.size()), builtInPresets().size());
    QCOMPARE(titles.size(), names.size());
}

void BuiltInPresetsTest::canAllRun_data()
{
    QTest::addColumn<QString>("name");
    for (const BuiltInPreset &builtIn : builtInPresets())
        QTest::newRow(qPrintable(builtIn.preset.name)) << builtIn.preset.name;
}

void BuiltInPresetsTest::canAllRun()
{
    QFETCH(const QString, name);
    const auto preset = presetNamed(name, withBuiltInPresets({}));
    QVERIFY(preset);

    const auto checked = checkPresetAmong(*preset, {});

    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
}

void BuiltInPresetsTest::giveWayToOnesOwn()
{
    const Preset own{.name = u"deletions"_s, .expression = u"op:delete -actor:robot"_s};

    QCOMPARE(presetLookup({own})(u"deletions"_s), own.expression);
    QCOMPARE(presetLookup({})(u"deletions"_s), u"op:delete"_s);
    QCOMPARE(withBuiltInPresets({own}).size(), builtInPresets().size());
    // One that would hold itself by way of a built-in one is refused like any other.
    const Preset circle{.name = u"outside-working-hours"_s,
                        .expression = u"preset:logins-outside-working-hours"_s};
    QVERIFY(!checkPresetAmong(circle, {}));
}

void BuiltInPresetsTest::areNamedWhenAPresetIsMisspelt()
{
    const auto parsed = Filter::parse(u"preset:failed-login"_s);

    const auto expanded = expandPresetsAmong(std::get<Filter::NodePointer>(parsed), QList<Preset>());

    QVERIFY(!expanded);
    QVERIFY2(expanded.error().message.contains(u"failed-logins"_s), qPrintable(expanded.error().message));
}

TRAILGLASS_TEST(BuiltInPresetsTest)
#include "tst_builtinpresets.moc"
