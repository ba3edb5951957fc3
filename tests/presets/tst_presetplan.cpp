// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetfile.h"
#include "models/presets/presetplan.h"
#include "models/table/colourrule.h"
#include "tests/runner/testclass.h"

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
    void importsTheSameNameWithAnotherMeaning();
    void importingAgainAddsNothing_data();
    void importingAgainAddsNothing();
    void refusesToImport_data();
    void refusesToImport();
    void importsThousandsOfOneName();
    void colourRulesFollowTheRenamed();
    void importsWhatIsRightOfColourRulesAndTellsTheRest();
    void tellsNoMoreThanThereIsRoomFor();
    void colourRulesMayNameALongName();
    void renamesWithWhatNamesThePreset();
    void endsWhenItIsCancelled();
    void refusesToRename_data();
    void refusesToRename();
    void refusesToRenameBeyondALimit();
};

namespace {

/// One rule with this filter, as it is stored.
QString ruleOf(const QString &filter)
{
    return colourRulesText({{u"n"_s, filter, 1, true}});
}

const QList<Preset> Known{{u"mine"_s, u"preset:night actor:ann"_s}, {u"night"_s, u"hour:22..,..5"_s}};

} // namespace

void PresetPlanTest::importsWhatIsNew()
{
    const Preset added{u"grants"_s, u"op:grant"_s, u"actor"_s, u"actor"_s};
    const PresetImport plan = *planImport({added}, Known);
    QCOMPARE(plan.saved, QList<Preset>{added});
    QVERIFY(plan.same.isEmpty() && plan.renamed.isEmpty());
    QCOMPARE(plan.sentence(), u"presets imported: 1"_s);
}

void PresetPlanTest::leavesAloneWhatIsThereToTheLetter()
{
    const PresetImport plan = *planImport(Known, Known);
    QVERIFY(plan.saved.isEmpty() && plan.renamed.isEmpty());
    QCOMPARE(plan.same, (QStringList{u"mine"_s, u"night"_s}));
}

void PresetPlanTest::givesAnotherNameToWhatClashes()
{
    const QList<Preset> known = Known + QList<Preset>{{u"night (2)"_s, u"x"_s}};
    const PresetImport plan = *planImport({{u"night"_s, u"hour:23"_s}}, known);
    QCOMPARE(plan.saved, (QList<Preset>{{u"night (3)"_s, u"hour:23"_s}}));
    QCOMPARE(plan.renamed, (QList<PresetImport::Renaming>{{u"night"_s, u"night (3)"_s}}));
    QVERIFY(plan.sentence().contains(u"“night” imported as “night (3)”"_s));
}

void PresetPlanTest::importedPresetsFollowTheRenamed()
{
    const PresetImport plan =
        *planImport({{u"early"_s, u"-preset:night"_s}, {u"night"_s, u"hour:23"_s}}, Known);
    QCOMPARE(plan.saved,
             (QList<Preset>{{u"early"_s, u"-preset:\"night (2)\""_s}, {u"night (2)"_s, u"hour:23"_s}}));
}

void PresetPlanTest::aNameTwiceInAFileStandsForTheFirst()
{
    const PresetImport plan =
        *planImport({{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"preset:a"_s}, {u"a"_s, u"1"_s}}, {});
    QCOMPARE(plan.saved, (QList<Preset>{{u"a"_s, u"1"_s}, {u"a (2)"_s, u"2"_s}, {u"b"_s, u"preset:a"_s}}));
    QCOMPARE(plan.same, QStringList{u"a"_s});
}

void PresetPlanTest::longNamesGiveWay()
{
    const QString longest(LongestPresetName, u'x');
    const PresetImport plan = *planImport({{longest, u"1"_s}}, {{longest, u"2"_s}});
    QCOMPARE(plan.saved.first().name, QString(QString(LongestPresetName - 4, u'x') + u" (2)"_s));
    QVERIFY(checkPreset(plan.saved.first()));
}

/// What a preset means is also what those it names mean.
void PresetPlanTest::importsTheSameNameWithAnotherMeaning()
{
    const QList<Preset> existing{{u"far"_s, u"x preset:mine"_s}, Known[0], Known[1]};
    const PresetImport plan = *planImport({existing[0], Known[0], {u"night"_s, u"hour:23"_s}}, existing);
    QVERIFY(plan.same.isEmpty());
    QCOMPARE(plan.saved,
             (QList<Preset>{{u"far (2)"_s, u"x preset:\"mine (2)\""_s},
                            {u"mine (2)"_s, u"preset:\"night (2)\" actor:ann"_s},
                            {u"night (2)"_s, u"hour:23"_s}}));
}

void PresetPlanTest::importingAgainAddsNothing_data()
{
    QTest::addColumn<QList<Preset>>("file");
    QTest::newRow("clash") << QList<Preset>{{u"night"_s, u"hour:23"_s}};
    QTest::newRow("clash that others follow")
        << QList<Preset>{{u"mine"_s, u"preset:night actor:ann"_s}, {u"night"_s, u"hour:23"_s}};
    QTest::newRow("a name twice") << QList<Preset>{
        {u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"preset:a"_s}};
    QTest::newRow("numbered names") << QList<Preset>{
        {u"night (2)"_s, u"1"_s}, {u"night"_s, u"2"_s}, {u"night (2)"_s, u"3"_s}, {u"night (3)"_s, u"4"_s}};
    QTest::newRow("long name") << QList<Preset>{{QString(LongestPresetName, u'x'), u"1"_s},
                                                {QString(LongestPresetName, u'x'), u"2"_s}};
    QTest::newRow("colour rules") << QList<Preset>{
        {u"night"_s, u"hour:22..,..5"_s, {}, {}, ruleOf(u"op:auth"_s)}};
    // The rules of one name the other, whose filter names it in turn: no circle.
    QTest::newRow("colour rules that name what clashes") << QList<Preset>{
        {u"night"_s, u"hour:23"_s, {}, {}, ruleOf(u"-preset:mine  preset:night"_s)},
        {u"mine"_s, u"preset:night"_s, {}, {}, ruleOf(u"preset:night OR preset:elsewhere"_s)}};
    QTest::newRow("broken colour rules") << QList<Preset>{{u"night"_s, u"1"_s, {}, {}, ruleOf(u"preset:("_s)},
                                                          {u"night"_s, u"1"_s, {}, {}, u"[7]"_s}};
    QTest::newRow("columns") << QList<Preset>{{u"night"_s, u"hour:22..,..5"_s, u"actor"_s, u"-actor"_s}};
}

void PresetPlanTest::importingAgainAddsNothing()
{
    QFETCH(QList<Preset>, file);
    const PresetImport first = *planImport(file, Known);
    QVERIFY(!first.saved.isEmpty());

    const PresetImport second = *planImport(file, Known + first.saved);

    QVERIFY(second.saved.isEmpty() && second.renamed.isEmpty());
    QCOMPARE(second.same.size(), file.size());
}

void PresetPlanTest::refusesToImport_data()
{
    QTest::addColumn<QList<Preset>>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("names itself") << QList<Preset>{{u"a"_s, u"preset:a"_s}} << u"a → a."_s;
    QTest::newRow("a circle") << QList<Preset>{{u"x"_s, u"preset:a"_s},
                                               {u"a"_s, u"-preset:b"_s},
                                               {u"b"_s, u"(preset:c OR 1)"_s},
                                               {u"c"_s, u"preset:a"_s}}
                              << u"a → b → c → a."_s;
    QTest::newRow("closes a circle") << QList<Preset>{{u"late"_s, u"preset:waiting"_s}}
                                     << u"late → waiting → late."_s;
    QList<Preset> chain;
    for (int number = 0; number < 10'000; ++number)
        chain.append({QString::number(number), u"preset:%1"_s.arg(number + 1)});
    QTest::newRow("too deep") << chain << u"nested more than 100 levels deep"_s;
}

void PresetPlanTest::refusesToImport()
{
    QFETCH(QList<Preset>, file);
    QFETCH(QString, says);
    const auto plan = planImport(file, {{u"waiting"_s, u"preset:late"_s}});
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Usage);
    QVERIFY2(plan.error().message.contains(says), qPrintable(plan.error().message));
    QVERIFY(plan.error().message.contains(u"Nothing was imported."_s));
}

void PresetPlanTest::importsThousandsOfOneName()
{
    QList<Preset> file;
    for (int number = 0; number < 10'000; ++number)
        file.append({u"a"_s, QString::number(number)});
    const PresetImport plan = *planImport(file, {});
    QCOMPARE(plan.saved.size(), 10'000);
    QCOMPARE(plan.saved.last().name, u"a (10000)"_s);
    QVERIFY(planImport(file, plan.saved)->saved.isEmpty());
}

void PresetPlanTest::colourRulesFollowTheRenamed()
{
    const QString rules = ruleOf(u"preset:night OR preset:mine"_s);
    const PresetImport plan = *planImport({{u"colours"_s, u"x"_s, {}, {}, rules},
                                           {u"night"_s, u"hour:23"_s, {}, {}, rules},
                                           {u"mine"_s, u"preset:night"_s}},
                                          Known);
    const QString followed = ruleOf(u"preset:\"night (2)\" OR preset:\"mine (2)\""_s);
    QCOMPARE(plan.saved,
             (QList<Preset>{{u"colours"_s, u"x"_s, {}, {}, followed},
                            {u"night (2)"_s, u"hour:23"_s, {}, {}, followed},
                            {u"mine (2)"_s, u"preset:\"night (2)\""_s}}));
    QVERIFY(plan.warnings.isEmpty());

    const auto renamed = planRename(u"mine"_s, u"ours"_s, {{u"colours"_s, u"x"_s, {}, {}, rules}, Known[0]});
    QVERIFY(renamed);
    QCOMPARE(renamed->saved.first().colourRules, ruleOf(u"preset:night OR preset:ours"_s));
}

void PresetPlanTest::importsWhatIsRightOfColourRulesAndTellsTheRest()
{
    const QString rules = uR"([{"filter":"op:auth actr:x","colour":1,"name":"bad"},{"name":"none"},)"
                          R"({"filter":"op:auth","colour":2}])"_s;
    const PresetImport plan =
        *planImport({{u"a"_s, u"x"_s, {}, {}, rules}, {u"b"_s, u"y"_s, {}, {}, u"[1,2]"_s}}, {});

    QCOMPARE(plan.saved.size(), 2);
    QCOMPARE(plan.saved.first().colourRules,
             colourRulesText({{u"bad"_s, u"op:auth actr:x"_s, 1, true}, {QString(), u"op:auth"_s, 2, true}}));
    QCOMPARE(plan.saved.last().colourRules, QString()); // not "none at all", which the file does not say
    QCOMPARE(plan.warnings.size(), 4);
    QVERIFY2(plan.warnings[0].startsWith(u"Preset “a”: Colour rule 2 (“none”) is left out"_s),
             qPrintable(plan.warnings[0]));
    QVERIFY2(plan.warnings[1].startsWith(u"Preset “a”: Colour rule 1 (“bad”) is ignored"_s)
                 && plan.warnings[1].contains(u"character 9"_s),
             qPrintable(plan.warnings[1]));
    QVERIFY2(plan.warnings[3].startsWith(u"Preset “b”: Colour rule 2"_s), qPrintable(plan.warnings[3]));
}

void PresetPlanTest::tellsNoMoreThanThereIsRoomFor()
{
    QList<Preset> file;
    for (int number = 0; number < 2 * PresetImport::MaxWarnings; ++number)
        file.append({QString::number(number), u"x"_s, {}, {}, ruleOf(u"("_s)});
    const PresetImport plan = *planImport(file, {});
    QCOMPARE(plan.saved.size(), file.size());
    QCOMPARE(plan.warnings.size(), PresetImport::MaxWarnings + 1);
}

void PresetPlanTest::colourRulesMayNameALongName()
{
    const QString longest = QString(90, u'x') + u" (2) (34)"_s; // the next number cuts the last one
    const QList<Preset> existing{{longest, u"0"_s}};
    const QList<Preset> file{{longest, u"1"_s, {}, {}, ruleOf(u"preset:\"%1\""_s.arg(longest))}};
    const PresetImport first = *planImport(file, existing);
    QCOMPARE(first.saved.size(), 1);
    QCOMPARE(first.saved.front().colourRules, ruleOf(u"preset:\"%1\""_s.arg(first.saved.front().name)));
    QVERIFY(planImport(file, existing + first.saved)->saved.isEmpty());
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

void PresetPlanTest::endsWhenItIsCancelled()
{
    CancelSource source;
    const CancelToken token = source.token();
    source.cancel();
    QCOMPARE(planImport({{u"new"_s, u"x"_s}}, Known, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(planRename(u"night"_s, u"late"_s, Known, token).error().kind, ErrorKind::Cancelled);
    QCOMPARE(readPresetFileContent(presetFileContent(Known), token).error().kind, ErrorKind::Cancelled);
}

void PresetPlanTest::refusesToRename_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says");
    QTest::newRow("not there") << u"nigth"_s << u"x"_s << u"“night”"_s;
    QTest::newRow("no name") << u"night"_s << u" x"_s << u"space"_s;
    QTest::newRow("taken") << u"night"_s << u"mine"_s << u"already"_s;
    QTest::newRow("closes a circle") << u"mine"_s << u"waited for"_s << u"waited for → late → waited for"_s;
}

void PresetPlanTest::refusesToRename()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, says);
    const QList<Preset> existing{
        {u"late"_s, u"preset:\"waited for\""_s}, {u"mine"_s, u"preset:late"_s}, {u"night"_s, u"x"_s}};
    const auto changes = planRename(from, to, existing);
    QVERIFY(!changes);
    QCOMPARE(changes.error().kind, ErrorKind::Usage);
    QVERIFY2(changes.error().message.contains(says), qPrintable(changes.error().message));
    // What needs no reading of expressions is checked at each key press.
    const bool isOfNames = says == "space"_L1 || says == "already"_L1;
    QCOMPARE(!checkNewName(from, to, existing), isOfNames);
}

void PresetPlanTest::refusesToRenameBeyondALimit()
{
    QStringList terms;
    for (int number = 0; number < 1'000; ++number)
        terms.append(u"preset:n"_s);
    const QList<Preset> existing{{u"big"_s, terms.join(u' ')}, {u"n"_s, u"x"_s}};
    const QString longest(LongestPresetName, u'y');

    const auto changes = planRename(u"n"_s, longest, existing);

    QVERIFY(!changes);
    QVERIFY2(changes.error().message.contains(u"“big”"_s), qPrintable(changes.error().message));
}

TRAILGLASS_TEST(PresetPlanTest)
#include "tst_presetplan.moc"
