// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"
#include "models/store/sqlconnection.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/support/withoutprivilege.h"
#include "views/common/messagestrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QTableView>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr qint64 UserVersionOffset = 60; ///< \source SQLite file format, section 1.3

QByteArray contents(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &fileName, qint64 offset, const QByteArray &bytes)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(offset));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Workspaces that cannot be used as they are.
class BadWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(100);
        m_database = m_stage->workspace() + "/trailglass.sqlite"_L1;
    }
    void cleanup() { m_stage.reset(); }

    void oneOfANewerVersionIsLeftAlone()
    {
        fill();
        overwrite(m_database, UserVersionOffset, QByteArray::fromHex("00000063"));
        const QByteArray before = contents(m_database);
        m_stage->open();
        QVERIFY(waitForText(m_stage->window(), u"newer"_s));
        QVERIFY(!m_stage->window().showsFirstRun()); // nobody is to start again beside it
        QTRY_VERIFY(m_stage->window().strip().isVisible());
        QVERIFY(m_stage->window().strip().text().contains(u"newer"_s));
        QVERIFY(!blamesTheFilter());
        // Said once.
        QVERIFY(!m_stage->find<QWidget>(u"sourcesPane"_s)->findChild<MessageStrip *>()->isVisible());
        m_stage->window().actions().syncAll->trigger();
        QTRY_VERIFY(!m_stage->window().actions().cancelSync->isEnabled());
        QVERIFY(!hasMessageBox());
        m_stage->close();
        QCOMPARE(contents(m_database), before);
    }

    void settingsThatAreALinkAreReportedAndLeftAlone()
    {
        fill();
        const QString settings = m_stage->path(u"settings.ini"_s);
        const QString other = m_stage->path(u"other.ini"_s);
        QVERIFY(QFile::exists(settings) && QFile::rename(settings, other));
        QVERIFY(QFile::link(other, settings));
        const QByteArray before = contents(other);
        m_stage->open();
        QTRY_VERIFY(m_stage->window().strip().isVisible());
        QVERIFY2(m_stage->window().strip().text().startsWith(settings),
                 qPrintable(m_stage->window().strip().text()));
        m_stage->filter(u"op:auth"_s);
        m_stage->close();
        QCOMPARE(contents(other), before);
    }

    void oneThatCanBeReadAgainIsShown_data()
    {
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("by itself") << false;
        QTest::newRow("by the way on") << true;
    }
    void oneThatCanBeReadAgainIsShown()
    {
        QFETCH(bool, isAsked);
        const QString count = fill();
        const QByteArray good = contents(m_database);
        overwrite(m_database, UserVersionOffset, QByteArray::fromHex("00000063"));
        Options options;
        options.sync = true;
        m_stage->open(options);
        MessageStrip &strip = m_stage->window().strip();
        QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), WindowStage::Patience);
        const QAction *cancel = m_stage->window().actions().cancelSync;
        QTRY_VERIFY_WITH_TIMEOUT(!cancel->isEnabled(), WindowStage::Patience);
        qsizetype syncs = 0;
        connect(cancel, &QAction::enabledChanged, this, [&syncs](bool enabled) { syncs += enabled ? 1 : 0; });
        overwrite(m_database, UserVersionOffset, good.mid(UserVersionOffset, 4));
        if (isAsked)
            strip.findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QVERIFY(m_stage->shows(count));
        QTRY_VERIFY_WITH_TIMEOUT(!strip.isVisible(), WindowStage::Patience);
        QCOMPARE(syncs, 0);
    }

    void aDamagedOneIsReportedAndTheWindowStays_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("not a database") << u"other"_s;
        QTest::newRow("cut") << u"cut"_s;
        QTest::newRow("overwritten inside") << u"inside"_s;
    }
    void aDamagedOneIsReportedAndTheWindowStays()
    {
        QFETCH(QString, damage);
        fill();
        const qint64 size = QFileInfo(m_database).size();
        if (damage == u"other") {
            QFile file(m_database);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QByteArray("A shopping list: milk, bread.\n").repeated(400));
        } else if (damage == u"cut") {
            QVERIFY(QFile::resize(m_database, size / 3));
        } else {
            overwrite(m_database, 4096, QByteArray(static_cast<int>(size - 4096), '\x5a'));
        }
        m_stage->open();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().strip().isVisible(), WindowStage::Patience);
        QVERIFY(m_stage->window().strip().text().size() > 20);
        QVERIFY(!m_stage->window().showsFirstRun());
        QVERIFY(!hasMessageBox());
        m_stage->filter(u"vendor:asana"_s);
        m_stage->window().actions().syncAll->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().actions().cancelSync->isEnabled(), WindowStage::Patience);
        QVERIFY(!hasMessageBox());
    }

    void oneWithADamagedIndexIsReadAndTheDamageReported()
    {
        const QString count = fill();
        {
            const auto connection = *SqlConnection::openForWriting(m_database);
            // Only full segments are saved: those whose row numbers are all below a later one.
            QVERIFY(connection->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
            QCOMPARE(*saveIndex(m_stage->workspace(), {}), 1);
            QVERIFY(connection->execute("UPDATE index_part SET data = x'00' WHERE key = 5"));
        }
        m_stage->open();
        QVERIFY(m_stage->shows(count));
        QTRY_VERIFY(m_stage->window().strip().isVisible());
        QVERIFY(m_stage->window().strip().text().contains(u"1 segment"_s));
        QVERIFY(!hasMessageBox());
    }

    void oneThatLacksEventsSaysSoBesideEachResult()
    {
        fill();
        {
            const auto connection = *SqlConnection::openForWriting(m_database);
            QVERIFY(connection->execute("DELETE FROM event WHERE row = (SELECT min(row) FROM event)"));
        }
        const auto saysSo = [this] {
            return m_stage->shownCount().endsWith(u" · events are missing"_s);
        };
        m_stage->open();
        QTRY_VERIFY_WITH_TIMEOUT(saysSo(), WindowStage::Patience);
        MessageStrip &strip = m_stage->window().strip();
        QTRY_VERIFY(strip.isVisible());
        QVERIFY2(strip.text().contains(u"Results lack 1 of the"_s), qPrintable(strip.text()));
        const QString everything = m_stage->shownCount();
        strip.hide(); // as if it were closed

        m_stage->filter(u"vendor:nected"_s);

        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(u"0 of "_s), WindowStage::Patience);
        QVERIFY2(saysSo(), qPrintable(m_stage->shownCount()));
        QVERIFY(m_stage->shownCount() != everything);
    }

    void oneOnReadOnlyMediaCanBeReadAndNotSynced()
    {
        const QString count = fill();
        QVERIFY(!QFile::exists(m_database + "-wal"_L1)); // closing leaves nothing half done
        Support::give(m_database, 0400);
        Support::give(m_stage->workspace(), 0500);
        // The folder around it is the test's own: others must be able to pass.
        QCOMPARE(::chmod(QFile::encodeName(m_stage->path({})).constData(), 0755), 0);
        {
            const Support::WithoutPrivilege nobody;
            m_stage->open();
            QVERIFY(m_stage->shows(count));
            const auto *table = m_stage->find<QTableView>(u"eventTable"_s);
            QTRY_VERIFY(table->model()->rowCount() > 0);
            QVERIFY(m_stage->sync());
            QVERIFY(waitForText(m_stage->window(), u"read-only"_s));
            QVERIFY(!hasMessageBox());
            m_stage->filter(u"op:auth"_s);
            QTRY_VERIFY(!m_stage->shownCount().startsWith(count.section(u' ', 0, 0) + u' '));
            m_stage->close();
        }
        Support::give(m_stage->workspace(), 0700);
    }

private:
    /// A workspace with the events of one server, closed.
    /// \returns what the status bar says of them
    QString fill()
    {
        m_stage->open();
        [this] {
            QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
            QVERIFY(m_stage->sync());
        }();
        const qsizetype all = m_stage->servers.asana().events().size();
        const QString count = u"%1 of %1 event(s)"_s.arg(QLocale().toString(all));
        [this, &count] {
            QVERIFY(m_stage->shows(count));
        }();
        m_stage->close();
        return count;
    }

    /// Whether the centre says that the filter is to blame.
    [[nodiscard]] bool blamesTheFilter()
    {
        const QStringList texts = textsInSight(*m_stage->find<QWidget>(u"eventsView"_s));
        return texts.contains(u"No event matches"_s);
    }

    std::unique_ptr<WindowStage> m_stage;
    QString m_database;
};

TRAILGLASS_GUI_TEST(BadWorkspaceTest)
#include "tst_badworkspace.moc"
