// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/presetchanges.h"

#include "models/presets/presetfile.h"
#include "models/presets/presetstorage.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class PresetChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        VERIFY_RESULT(savePreset(workspace(), {u"a"_s, u"op:read"_s}));
        VERIFY_RESULT(savePreset(workspace(), {u"b"_s, u"preset:a op:grant"_s}));
    }

    void savesInPlaceOfTheSameName()
    {
        VERIFY_RESULT(savePreset(workspace(), {u"a"_s, u"op:delete"_s, u"created"_s, u"-actor"_s}));

        QCOMPARE(stored().size(), 2);
        QCOMPARE(stored().first(), (Preset{u"a"_s, u"op:delete"_s, u"created"_s, u"-actor"_s}));
    }

    void refusesACycle()
    {
        const auto saved = savePreset(workspace(), {u"a"_s, u"preset:b"_s});

        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Usage);
        QCOMPARE(stored().first().expression, u"op:read"_s);
    }

    void warnsOfPresetsThatNeedADeletedOne()
    {
        const auto needed = deletePreset(workspace(), u"a"_s);

        VERIFY_RESULT(needed);
        QCOMPARE(needed->size(), 1);
        QVERIFY2(needed->first().contains(u"“b”"_s) && needed->first().contains(u"“a”"_s),
                 qPrintable(needed->first()));
        const auto unneeded = deletePreset(workspace(), u"b"_s);
        VERIFY_RESULT(unneeded);
        QVERIFY(unneeded->isEmpty());
        const QString rules = u"[{\"filter\":\"preset:\\\"day\\\"\",\"colour\":1}]"_s;
        VERIFY_RESULT(savePreset(workspace(), {u"c"_s, u"x"_s, {}, {}, rules}));
        VERIFY_RESULT(savePreset(workspace(), {u"day"_s, u"hour:6..21"_s}));
        const auto coloured = deletePreset(workspace(), u"day"_s);
        VERIFY_RESULT(coloured);
        QVERIFY2(coloured->size() == 1 && coloured->first().contains(u"colour rule of the preset “c”"_s),
                 qPrintable(coloured->join(u'\n')));
        VERIFY_RESULT(deletePreset(workspace(), u"c"_s));
        QVERIFY(stored().isEmpty());
        QCOMPARE(deletePreset(workspace(), u"b"_s).error().kind, ErrorKind::Usage);
    }

    void renamesAndWhatNamesItFollows()
    {
        VERIFY_RESULT(renamePreset(workspace(), u"a"_s, u"reads"_s, {}));

        QCOMPARE(stored().first().expression, u"preset:reads op:grant"_s);
        QCOMPARE(renamePreset(workspace(), u"a"_s, u"c"_s, {}).error().kind, ErrorKind::Usage);
    }

    void importsWhatItExported()
    {
        const QString rules = uR"([{"colour":1,"filter":"preset:a","name":"n","on":true}])"_s;
        VERIFY_RESULT(savePreset(workspace(), {u"b"_s, u"preset:a op:grant"_s, {}, {}, rules}));
        const QString file = m_folder->filePath(u"presets.json"_s);
        const auto written = exportPresets(workspace(), file, {});
        VERIFY_RESULT(written);
        QCOMPARE(*written, 2);
        const auto read = readPresetFile(file, {});
        VERIFY_RESULT(read);

        const auto again = importPresets(workspace(), *read, {});
        VERIFY_RESULT(again);
        QCOMPARE(again->same.size(), 2); // nothing new
        const QTemporaryDir other;
        const auto imported = importPresets(other.path(), *read, {});
        VERIFY_RESULT(imported);
        QCOMPARE(storedPresets(other.path()).value(), stored());
    }

    void replacesNoFileOfTheWorkspace()
    {
        const auto written =
            exportPresets(workspace(), m_folder->filePath(u"workspace/trailglass.sqlite"_s), {});

        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Usage);
        QCOMPARE(stored().size(), 2);
    }

private:
    [[nodiscard]] QString workspace() const { return m_folder->filePath(u"workspace"_s); }
    [[nodiscard]] QList<Preset> stored() const { return storedPresets(workspace()).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TRAILGLASS_TEST(PresetChangesTest)
#include "tst_presetchanges.moc"
