// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/pushedarchive.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "views/common/messagestrip.h"
#include "views/presets/presetmenu.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Presets that two users of a real archive share.
class SharedPresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_stage = std::make_unique<WindowStage>(10); }
    void cleanup() { m_stage.reset(); }

    void whatOneSharesOthersUse();
    void aSharedPresetIsReplacedAndTakenOutAfterAQuestion();
    void saysWhoMayOnlyRead();
    void aWorkspaceSharesNothing();

private:
    [[nodiscard]] QAction *action(const QString &name)
    {
        return m_stage->window().findChild<QAction *>(name);
    }
    /// \param user  "push" may write
    void open(const QString &user)
    {
        m_stage->open({}, m_archive.shown(user));
        QVERIFY(m_stage->shows(PushedArchive::count(PushedArchive::Events)));
    }
    /// As one of the user's own, which is the current one then.
    void save(const QString &name, const QString &filter)
    {
        m_stage->filter(filter);
        action(u"savePreset"_s)->trigger();
        m_stage->find<QLineEdit>(u"presetName"_s)->setText(name);
        m_stage->find<QAbstractButton>(u"saveButton"_s)->click();
        const QString lastWord = filter.section(u':', -1);
        const auto isSaved = [&] {
            const QAction *saved = action(u"preset:"_s + name);
            return saved && saved->isChecked() && saved->toolTip().contains(lastWord);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSaved(), WindowStage::Patience);
    }
    void confirm()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().findChild<QAbstractButton *>(u"confirm"_s),
                                 WindowStage::Patience);
        QCOMPARE(accessibilityFaults(*m_stage->find<QWidget>(u"sharingQuestion"_s)), QStringList());
        m_stage->find<QAbstractButton>(u"confirm"_s)->click();
    }

    PushedArchive m_archive;
    std::unique_ptr<WindowStage> m_stage;
};

void SharedPresetsTest::initTestCase()
{
    START_SERVER(m_archive.server());
    VERIFY_RESULT(m_archive.push());
}

void SharedPresetsTest::whatOneSharesOthersUse()
{
    open(u"push"_s);
    save(u"Reads"_s, u"action:read"_s);
    action(u"sharePreset"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(action(u"shared:Reads"_s), WindowStage::Patience);

    m_stage = std::make_unique<WindowStage>(10); // another user, with settings of their own
    open(u"reader"_s);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"shared:Reads"_s), WindowStage::Patience);
    QVERIFY(!action(u"preset:Reads"_s));
    action(u"shared:Reads"_s)->trigger();
    QVERIFY(m_stage->shows(PushedArchive::count(PushedArchive::Events / 3)));
    m_stage->filter(u"NOT preset:Reads"_s);
    QVERIFY(m_stage->shows(PushedArchive::count(PushedArchive::Events - PushedArchive::Events / 3)));
    save(u"Others"_s, u"NOT preset:Reads"_s); // may name what is shared
}

void SharedPresetsTest::aSharedPresetIsReplacedAndTakenOutAfterAQuestion()
{
    open(u"push"_s);
    save(u"Mine"_s, u"action:read"_s);
    action(u"sharePreset"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(action(u"shared:Mine"_s), WindowStage::Patience);
    save(u"Mine"_s, u"action:write"_s);

    action(u"sharePreset"_s)->trigger();
    confirm();

    QTRY_VERIFY_WITH_TIMEOUT(action(u"shared:Mine"_s)->toolTip().contains(u"write"_s), WindowStage::Patience);
    action(u"unshare:Mine"_s)->trigger();
    confirm();
    QTRY_VERIFY_WITH_TIMEOUT(!action(u"shared:Mine"_s), WindowStage::Patience);
    QVERIFY(action(u"preset:Mine"_s));
}

void SharedPresetsTest::saysWhoMayOnlyRead()
{
    open(u"reader"_s);
    save(u"Kept"_s, u"action:read"_s);

    action(u"sharePreset"_s)->trigger();

    MessageStrip &strip = m_stage->window().strip();
    QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), WindowStage::Patience);
    QVERIFY2(strip.text().contains(u"may only read"_s), qPrintable(strip.text()));
    QVERIFY(!action(u"shared:Kept"_s));
}

void SharedPresetsTest::aWorkspaceSharesNothing()
{
    m_stage->open();

    QVERIFY(!m_stage->find<QMenu>(u"sharedPresets"_s)->menuAction()->isVisible());
}

TRAILGLASS_GUI_TEST(SharedPresetsTest)
#include "tst_sharedpresets.moc"
