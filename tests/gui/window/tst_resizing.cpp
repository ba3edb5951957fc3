// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/window/inspectordock.h"

#include <QLabel>
#include <QTableView>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Counts how often widgets get another size, each by itself.
class ResizeCounter : public QObject
{
public:
    void watch(QWidget *widget)
    {
        m_counts.insert(widget, 0);
        widget->installEventFilter(this);
    }
    /// Names of those that got more than \a most sizes since the last call.
    [[nodiscard]] QStringList takeOver(int most)
    {
        QStringList over;
        for (auto each = m_counts.begin(); each != m_counts.end(); ++each) {
            if (each.value() > most)
                over += u"%1: %2"_s.arg(each.key()->objectName()).arg(each.value());
            each.value() = 0;
        }
        return over;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            ++m_counts[watched];
        return false;
    }

private:
    QHash<QObject *, int> m_counts;
};

} // namespace

/// What the whole window does for each step in which somebody makes it larger or smaller.
class ResizingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryPaneOneSizeAStep_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("step");
        QTest::newRow("narrower, the inspector beside the table") << QSize(1500, 900) << QSize(-9, 0);
        QTest::newRow("narrower, the inspector below the table") << QSize(1390, 900) << QSize(-9, 0);
        QTest::newRow("wider") << QSize(1280, 900) << QSize(9, 0);
        QTest::newRow("lower") << QSize(1440, 900) << QSize(0, -9);
        QTest::newRow("both") << QSize(1440, 800) << QSize(3, 9);
    }
    void givesEveryPaneOneSizeAStep()
    {
        QFETCH(const QSize, from);
        QFETCH(const QSize, step);
        WindowStage stage(10);
        stage.openFilled();
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        resize(stage, from);
        auto *table = stage.find<QTableView>(u"eventTable"_s);
        QSignalSpy opened(&stage.window().inspector(), &InspectorDock::opened);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_VERIFY(!opened.isEmpty());
        QTRY_VERIFY(!stage.find<QLabel>(u"eventTime"_s)->text().isEmpty());
        ResizeCounter counter;
        for (const QString &name : {u"eventsView"_s, u"eventTable"_s, u"histogramView"_s, u"histogramChart"_s,
                                    u"inspector"_s, u"inspectorTabs"_s, u"filterPane"_s, u"queryBar"_s})
            counter.watch(stage.find<QWidget>(name));
        counter.watch(table->viewport());

        QSize size = from;
        for (int steps = 0; steps < 10; ++steps) {
            size += step;
            resize(stage, size);
            const QStringList over = counter.takeOver(1);
            QVERIFY2(over.isEmpty(), qPrintable(over.join(u'\n')));
        }
    }

private:
    /// Waits until the display has heard of it, so that nothing it says of an earlier step comes later.
    static void resize(WindowStage &stage, const QSize &size)
    {
        stage.window().resize(size);
        QTRY_COMPARE(stage.window().windowHandle()->size(), size);
        QCOMPARE(stage.window().size(), size);
    }
};

TRAILGLASS_GUI_TEST(ResizingTest)
#include "tst_resizing.moc"
