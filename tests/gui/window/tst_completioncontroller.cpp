// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/completioncontroller.h"

#include "models/config/settings.h"
#include "models/filter/filterhistory.h"
#include "models/filter/filterstate.h"
#include "models/workspace/facetrunner.h"
#include "models/workspace/jsonsampler.h"
#include "models/workspace/presetservice.h"
#include "tests/runner/testclass.h"
#include "views/filters/querybar.h"
#include "views/filters/querycompleter.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class CompletionControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSampleFromBeforeAChangeIsRequestedAgain();
};

/// Without a database: a sample of nothing is a sample.
void CompletionControllerTest::aSampleFromBeforeAChangeIsRequestedAgain()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    FacetRunner counts(folder.path(), clock);
    JsonSampler samples(folder.path(), clock);
    PresetService presets(folder.path());
    Settings settings(folder.filePath(u"settings.ini"_s));
    FilterState filter;
    FilterHistory history(&filter);
    QueryBar bar(&filter, &history);
    CompletionController controller({counts, samples, presets, settings, bar.completer()});
    const QSignalSpy requested(&bar.completer(), &QueryCompleter::sampleRequested);
    const QSignalSpy counted(&samples, &JsonSampler::counted);
    bar.show();
    bar.activateWindow();
    bar.focusText();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    auto *edit = bar.findChild<QLineEdit *>(u"queryEdit"_s);
    QVERIFY(edit->hasFocus());
    // Unlike QTest::keyClick() it lets no sample come in between.
    const auto press = [edit](Qt::Key key, const QString &text) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(edit, &event);
    };

    press(Qt::Key_At, u"@"_s);
    QCOMPARE(requested.size(), 1);
    controller.forgetCounts();
    press(Qt::Key_A, u"a"_s); // the sample is on its way, and a second one is not begun
    QTRY_COMPARE(counted.size(), 1);
    press(Qt::Key_B, u"b"_s);
    QCOMPARE(requested.size(), 3);
    QTRY_COMPARE(counted.size(), 2);
    press(Qt::Key_C, u"c"_s);
    QCOMPARE(requested.size(), 3); // the second one is of the events as they are
}

TRAILGLASS_GUI_TEST(CompletionControllerTest)
#include "tst_completioncontroller.moc"
