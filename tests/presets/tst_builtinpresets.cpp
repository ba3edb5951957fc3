// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/builtinpresets.h"

#include "models/filter/querycontext.h"
#include "models/filter/rowevaluator.h"
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
    void knowWhatPeopleDoOutsideWorkingHours_data();
    void knowWhatPeopleDoOutsideWorkingHours();
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

void BuiltInPresetsTest::knowWhatPeopleDoOutsideWorkingHours_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("actorType");
    QTest::addColumn<QStringList>("found");
    const QString changes = u"outside-working-hours"_s;
    const QString logins = u"logins-outside-working-hours"_s;
    const QString ann = u"ann@example.com"_s;
    const QString user = u"user"_s;
    const auto add = [&](const char *name, const QString &time, Operation operation, const QString &actor,
                         const QString &type, const QStringList &found) {
        QTest::newRow(name) << time << operation << actor << type << found;
    };
    const QString saturday = u"2026-11-07T14:00:00Z"_s;
    const QString night = u"2026-11-10T23:10:00Z"_s; // of a Tuesday
    add("a change on a Saturday", saturday, Operation::Update, ann, user, {changes});
    add("a grant at night", night, Operation::Grant, ann, user, {changes});
    add("an export before six", u"2026-11-10T05:59:59Z"_s, Operation::Export, ann, user, {changes});
    add("a change at six", u"2026-11-10T06:00:00Z"_s, Operation::Update, ann, user, {});
    add("a change in the evening", u"2026-11-10T20:30:00Z"_s, Operation::Update, ann, user, {});
    add("a change at noon", u"2026-11-10T12:00:00Z"_s, Operation::Delete, ann, user, {});
    add("something read at night", night, Operation::Read, ann, user, {});
    add("a run at night", night, Operation::Execute, ann, user, {});
    add("a login at night", night, Operation::Auth, ann, user, {logins});
    add("of an integration", night, Operation::Update, u"crawler"_s, u"INTEGRATION"_s, {});
    add("of an account that is named like a program's", saturday, Operation::Export,
        u"svc-backup@example.com"_s, user, {});
    add("a login of a program", night, Operation::Auth, u"deploy-bot@example.com"_s, user, {});
    add("of a vendor that has no types of actors", night, Operation::Update, u"Ann"_s, {}, {changes});
}

void BuiltInPresetsTest::knowWhatPeopleDoOutsideWorkingHours()
{
    QFETCH(const QString, time);
    QFETCH(const Operation, operation);
    QFETCH(const QString, actor);
    QFETCH(const QString, actorType);
    QFETCH(const QStringList, found);
    EventRecord record;
    record.event.created = *parseTime(time.toStdString());
    record.event.operation = operation;
    record.event.actor.name = actor.toStdString();
    record.event.actor.type = actorType.toStdString();
    record.event.raw = "{}";
    QStringList matching;
    for (const QString &preset : {u"outside-working-hours"_s, u"logins-outside-working-hours"_s}) {
        const auto parsed = Filter::parse(u"preset:"_s + preset);
        const auto tree = expandPresetsAmong(std::get<Filter::NodePointer>(parsed), QList<Preset>());
        QVERIFY(tree);
        const auto evaluator = Filter::RowEvaluator::compile(*tree, {});
        QVERIFY(evaluator);
        const auto matches = evaluator->matches(record);
        QVERIFY(matches);
        if (*matches)
            matching += preset;
    }
    QCOMPARE(matching, found);
}

void BuiltInPresetsTest::giveWayToOnesOwn()
{
    const Preset own{.name = u"deletions"_s, .expression = u"op:delete -actor:robot"_s};

    QCOMPARE(presetLookup({own})(u"deletions"_s), own.expression);
    QCOMPARE(presetLookup({})(u"deletions"_s), u"op:delete"_s);
    QCOMPARE(withBuiltInPresets({own}).size(), builtInPresets().size());
    // One that would hold itself by way of a built-in one is refused like any other.
    const Preset circle{.name = u"nights-and-weekends"_s, .expression = u"preset:outside-working-hours"_s};
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
