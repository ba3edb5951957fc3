// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetstorage.h"

#include "models/store/eventwriter.h"
#include "tests/runner/testclass.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetStorageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesADatabaseOnlyForSomethingToSave();
    void plansAgainWhenSomebodyElseWasQuicker();
};

void PresetStorageTest::makesADatabaseOnlyForSomethingToSave()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(u"workspace"_s);
    QCOMPARE(storedPresets(workspace)->size(), 0);
    QVERIFY(changeStoredPresets(workspace, [](const QList<Preset> &) { return Result(PresetChanges()); }));
    const auto refused = changeStoredPresets(workspace, [](const QList<Preset> &) -> Result<PresetChanges> {
        return Error{ErrorKind::Usage, u"no"_s};
    });
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(!QFileInfo::exists(workspace));
    QVERIFY(changeStoredPresets(workspace, [](const QList<Preset> &) {
        return Result(PresetChanges{.saved = {{u"a"_s, u"x"_s}}});
    }));
    QCOMPARE(storedPresets(workspace)->size(), 1);
}

/// Window and command line at once: each preset alone is fine, both are a circle.
void PresetStorageTest::plansAgainWhenSomebodyElseWasQuicker()
{
    const QTemporaryDir folder;
    const QString workspace = folder.path();
    const Preset theirs{u"b"_s, u"preset:a"_s};
    const Preset ours{u"a"_s, u"preset:b"_s};
    QVERIFY((*EventWriter::open(workspace))->changePresets({.saved = {{u"a"_s, u"x"_s}, {u"b"_s, u"x"_s}}}));
    bool isFirst = true;
    const auto plan = [&](const QList<Preset> &presets) -> Result<PresetChanges> {
        const Result<void> checked = checkPresetAmong(ours, presets);
        if (std::exchange(isFirst, false) && !(*EventWriter::open(workspace))->savePreset(theirs))
            return Error{ErrorKind::Internal, u"not saved"_s};
        return checked ? Result(PresetChanges{.saved = {ours}}) : checked.error();
    };

    const Result<void> changed = changeStoredPresets(workspace, plan);

    QVERIFY(!changed);
    QVERIFY2(changed.error().message.contains(u"a → b → a"_s), qPrintable(changed.error().message));
    QCOMPARE(*storedPresets(workspace), (QList<Preset>{{u"a"_s, u"x"_s}, theirs}));
}

TRAILGLASS_TEST(PresetStorageTest)
#include "tst_presetstorage.moc"
