// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetplan.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsWhatIsNew();
    void leavesAloneWhatIsThereToTheLetter();
    void givesAnotherNameToWhatClashes();
    void importedPresetsFollowTheRenamed();
    void aNameTwiceInAFileStandsForTheFirst();
    void longNamesGiveWay();
    void renamesWithWhatNamesThePreset();
    void refusesToRename_data();
    void refusesToRename();
};

namespace {

const QList<Preset> Known{{u"mine"_s, u"preset:night actor:ann"_s}, {u"night"_s, u"hour:22..,..5"_s}};

} // namespace

void PresetPlanTest::importsWhatIsNew()
{
    const Preset added{u"grants"_s, u"op:grant"_s, u"actor"_s, u"actor"_s};
    const PresetImport plan = planImport({added}, Known);
    QCOMPARE(plan.saved, QList<Preset>{added});
    QVERIFY(plan.same.isEmpty() && plan.renamed.isEmpty());
    QCOMPARE(plan.sentence(), u"presets imported: 1"_s);
}

void PresetPlanTest::leavesAloneWhatIsThereToTheLetter()
{
    const PresetImport plan = planImport(Known, Known);
    QVERIFY(plan.saved.isEmpty() && plan.renamed.isEmpty());
    QCOMPARE(plan.same, (QStringList{u"mine"_s, u"night"_s}));
}

void PresetPlanTest::givesAnotherNameToWhatClashes()
{
    const QList<Preset> known = Known + QList<Preset>{{u"night (2)"_s, u"x"_s}};
    const PresetImport plan = planImport({{u"night"_s, u"hour:23"_s}}, known);
    QCOMPARE(plan.saved, (QList<Preset>{{u"night (3)"_s, u"hour:23"_s}}));
    QCOMPARE(plan.renamed, (QList<PresetImport::Renaming>{{u"night"_s, u"night (3)"_s}}));
    QVERIFY(plan.sentence().contains(u"“night” is “night (3)” here"_s));
}

void PresetPlanTest::importedPresetsFollowTheRenamed()
{
    const PresetImport plan =
        planImport({{u"early"_s, u"-preset:night"_s}, {u"night"_s, u"hour:23"_s}}, Known);
    QCOMPARE(plan.saved,
             (QList<Preset>{{u"early"_s, u"-preset:\"night (2)\""_s}, {u"night (2)"_s, u"hour:23"_s}}));
}

void PresetPlanTest::aNameTwiceInAFileStandsForTheFirst()
{
    const PresetImport plan =
        planImport({{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"preset:a"_s}, {u"a"_s, u"1"_s}}, {});
    QCOMPARE(plan.saved, (QList<Preset>{{u"a"_s, u"1"_s}, {u"a (2)"_s, u"2"_s}, {u"b"_s, u"preset:a"_s}}));
    QCOMPARE(plan.same, QStringList{u"a"_s});
}

void PresetPlanTest::longNamesGiveWay()
{
    const QString longest(LongestPresetName, u'x');
    const PresetImport plan = planImport({{longest, u"1"_s}}, {{longest, u"2"_s}});
    QCOMPARE(plan.saved.first().name, QString(QString(LongestPresetName - 4, u'x') + u" (2)"_s));
    QVERIFY(checkPreset(plan.saved.first()));
}

void PresetPlanTest::renamesWithWhatNamesThePreset()
{
    const auto changes = planRename(u"night"_s, u"late night"_s, Known);
    QVERIFY(changes);
    QCOMPARE(changes->deleted, QStringList{u"night"_s});
    QCOMPARE(changes->saved,
             (QList<Preset>{{u"mine"_s, u"preset:\"late night\" actor:ann"_s},
                            {u"late night"_s, u"hour:22..,..5"_s}}));
    QVERIFY(planRename(u"night"_s, u"night"_s, Known)->isEmpty());
}

void PresetPlanTest::refusesToRename_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << u"nigth"_s << u"x"_s << u"“night”"_s;
    QTest::newRow("no name") << u"night"_s << u" x"_s << u"blank"_s;
    QTest::newRow("taken") << u"night"_s << u"mine"_s << u"already"_s;
}

void PresetPlanTest::refusesToRename()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, says);
    const auto changes = planRename(from, to, Known);
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Usage);
    QVERIFY2(changes.error().message.contains(says), qPrintable(changes.error().message));
}

QTEST_GUILESS_MAIN(PresetPlanTest)
#include "tst_presetplan.moc"
