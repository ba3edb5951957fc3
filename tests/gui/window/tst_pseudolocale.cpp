// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"
#include "tests/gui/window/untranslated.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// In a language that translates every text, no text of the window is left in English.
class PseudoLocaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_translator.load(u":/translations/trailglass_eo.qm"_s));
        QCoreApplication::installTranslator(&m_translator);
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        verifyTranslated(); // the first start
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        verifyTranslated(); // never synced
        const auto presets = EventWriter::open(m_stage->workspace());
        QVERIFY(presets);
        // Data without Latin letters, which are those of texts that somebody forgot to translate.
        QVERIFY((*presets)->savePreset({u"είσοδοι"_s, u"op:auth"_s}));
        QVERIFY(m_stage->sync());
        const qsizetype events = m_stage->servers.asana().events().size();
        const auto *count = m_stage->find<QLabel>(u"countText"_s);
        QTRY_VERIFY(count->text().contains(QString::number(events)));
    }
    void cleanup()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window != &m_stage->window() && window->isVisible())
                window->close();
        }
    }
    void cleanupTestCase()
    {
        m_stage.reset();
        QCoreApplication::removeTranslator(&m_translator);
    }

    void translatesEveryPane()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(!table->model()->index(0, 1).data().toString().isEmpty());
        table->setCurrentIndex(table->model()->index(0, 1));
        const auto *sentence = m_stage->find<QLabel>(u"eventSentence"_s);
        QTRY_VERIFY(!sentence->text().isEmpty());
        auto *tabs = m_stage->find<QTabWidget>(u"inspectorTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            verifyTranslated();
        }
        tabs->setCurrentIndex(0);
    }

    void translatesWhatIsSaidOfAFilter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("nothing matches") << u"actor:nobody-of-this-name"_s;
        QTest::newRow("no such field") << u"actro:ann"_s;
        QTest::newRow("no such preset") << u"preset:nihgt"_s;
        QTest::newRow("no such source") << u"source:wrok"_s;
        QTest::newRow("a wrong pattern") << u"message:/(/"_s;
        QTest::newRow("no such day") << u"created:2026-02-30"_s;
    }
    void translatesWhatIsSaidOfAFilter()
    {
        QFETCH(QString, filter);
        m_stage->filter(filter);
        const auto *status = m_stage->find<QLabel>(u"queryStatus"_s);
        const auto *count = m_stage->find<QLabel>(u"countText"_s);
        QTRY_VERIFY(!status->text().isEmpty() || count->text().startsWith(u"⟦0 "));
        verifyTranslated();
        m_stage->filter({});
    }

    void translatesTheMenuOfACell()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->setFocus();
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            table->setCurrentIndex(table->model()->index(0, column));
            Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
            verifyTranslated();
            QWidget *menu = QApplication::activePopupWidget();
            QVERIFY(menu);
            menu->close();
        }
        m_stage->window().actions().copy->trigger();
        verifyTranslated();
    }

    void translatesTheDialogs_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"addSource", "importEvents", "exportEvents", "checkWorkspace", "chooseColumns", "chooseZone",
              "showShortcuts", "about", "savePreset", "managePresets"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void translatesTheDialogs()
    {
        QFETCH(QString, action);
        auto *found = m_stage->window().findChild<QAction *>(action);
        QVERIFY(found);
        QTRY_VERIFY(found->isEnabled());
        found->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyTranslated();
    }

    void translatesTheFormOfEverySourceType_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"asana", "datafold", "nected", "paradime", "secoda"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void translatesTheFormOfEverySourceType()
    {
        QFETCH(QString, type);
        m_stage->window().actions().addSource->trigger();
        QPointer<QWidget> dialog = m_stage->find<QWidget>(u"sourceDialog"_s);
        dialog->findChild<QAbstractButton *>("sourceType_"_L1 + type)->click();
        verifyTranslated();
        dialog->findChild<QAbstractButton *>(u"save"_s)->click(); // what is missing is said
        verifyTranslated();
    }

    void translatesTheWorkOnASource_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("edit") << u"editSource"_s;
        QTest::newRow("remove") << u"removeSource"_s;
        QTest::newRow("sync from") << u"syncFromSource"_s;
        QTest::newRow("coverage") << u"sourceCoverage"_s;
    }
    void translatesTheWorkOnASource()
    {
        QFETCH(QString, action);
        auto *pane = m_stage->find<QWidget>(u"sourcesPane"_s);
        pane->findChild<QAction *>(action)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyTranslated();
    }

    void translatesAVendorsRefusal()
    {
        m_stage->servers.asana().http().setHandler(
            [](const Support::Request &) { return Support::Response::json("{}", 403); });
        QVERIFY(m_stage->sync());
        verifyTranslated();
        QWidget *pane = m_stage->showSources();
        pane->findChild<QAction *>(u"testSource"_s)->trigger();
        QVERIFY(waitForText(*pane->findChild<QWidget *>(u"messageStrip"_s), u"403"_s));
        verifyTranslated();
    }

private:
    static void verifyTranslated()
    {
        const QStringList places = untranslatedTexts();
        QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
    }

    QTranslator m_translator;
    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(PseudoLocaleTest)
#include "tst_pseudolocale.moc"
