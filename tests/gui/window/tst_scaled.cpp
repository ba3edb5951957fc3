// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/cutcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/window/inspectordock.h"

#include <QAction>
#include <QLabel>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The window on a screen of two pixels for each of ours, as most laptops have.
class ScaledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(qApp->devicePixelRatio(), 2.0); }
    void nothingIsCutAndTheTableHasItsColumns();
    void picturesAreMadeOfThePixelsThatThereAre();

private:
    static void openDemo(WindowStage &stage)
    {
        Options options;
        options.demo = true;
        stage.open(options);
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
    }
};

void ScaledTest::nothingIsCutAndTheTableHasItsColumns()
{
    WindowStage stage(10);
    openDemo(stage);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    QCOMPARE(screen, QSize(1600, 1000));
    QVERIFY(stage.window().width() <= screen.width() && stage.window().height() <= screen.height());
    stage.window().resize(1440, 900);
    auto *table = stage.find<QTableView>(u"eventTable"_s);
    QSignalSpy opened(&stage.window().inspector(), &InspectorDock::opened);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTRY_VERIFY(!opened.isEmpty());

    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    QTRY_COMPARE(cutPlaces(stage.window()), QStringList()); // layouts may still be due
}

void ScaledTest::picturesAreMadeOfThePixelsThatThereAre()
{
    WindowStage stage(10);
    stage.open();
    QTRY_VERIFY(stage.window().showsFirstRun());
    stage.window().actions().syncAll->trigger(); // says that there is no source
    QVERIFY(stage.window().sourceMessage().isVisible());
    int pictures = 0;
    for (const QPointer<QWidget> &widget : allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget.data());
        if (!label || label->pixmap().isNull())
            continue;
        ++pictures;
        QVERIFY2(label->pixmap().devicePixelRatio() == 2.0,
                 qPrintable(label->parentWidget()->objectName() + u' ' + label->objectName()));
    }
    QVERIFY(pictures >= 3); // of the first page, of messages, of empty panes
}

TRAILGLASS_GUI_TEST(ScaledTest)
#include "tst_scaled.moc"
