// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/exportsession.h"
#include "models/config/settings.h"
#include "models/query/rowlist.h"
#include "tests/query/resulttesting.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include "tests/workspace/workspacetesting.h"
#include "views/common/messagestrip.h"
#include "views/exporting/exportdialog.h"
#include "views/exporting/exporttext.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr int BundleFormat = 2; ///< in the list of formats

} // namespace

/// Stands in for the desktop's file manager.
class FolderOpener final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

/// The dialog over a real exporter and a real workspace of 200 events, three of which look like formulas.
class ExportDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatItWillWriteBeforeItWrites();
    void writesTheSelection();
    void countsAgainAfterAChange();
    void writesNdjsonRecords();
    void asksBeforeItReplaces();
    void saysInPlaceWhatIsWrongWithTheFile_data();
    void saysInPlaceWhatIsWrongWithTheFile();
    void tellsAFailureInPlace();
    void replacesNoFileOfTheWorkspace();
    void theEndingFollowsTheFormat();
    void remembersTheFolder();
    void choosesAFolderThatIsThere();
    void growsForWhatItSays();
    void staysOnTheScreenHoweverMuchItSays();
    void saysWhatABundleHolds();
    void warnsBeforeABundleIsMade();
    void remembersTheByteOrderMark();
    void opensTheFolderOfWhatWasWritten();
    void offersOneSelectedRow();
    void stoppedCountingLeavesTheWayOpen();
    void tellsGapsOfWhatWasNotCounted();
    void countsNoCellsWhereThatTakesAsLongAsTheExport();
    void closingWhileItWritesLeavesNoFile();
    void nothingToExportCannotBeExported();
    void tellsGapsInTheRecord();
    void cutsALongListOfGaps();
    void tellsWhatASpreadsheetWillNotShow();
    void wordsAreWellFormed_data();
    void wordsAreWellFormed();

private:
    /// Shows the dialog for these rows.
    /// \param selection  none is offered when empty
    void offer(const ResultPointer &result, const RowList &selection = {},
               const std::vector<Column> &shownColumns = {});
    void open(const RowList &selection = {});
    /// A result so long that nothing is done with it before it is stopped.
    void openLong();
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    QString summary() const { return find<QLabel>(u"exportSummary"_s)->text(); }
    QString told() const { return m_dialog->findChild<MessageStrip *>()->text(); }
    QPushButton *exportButton() const { return find<QPushButton>(u"exportButton"_s); }
    void setFile(const QString &name) { find<QLineEdit>(u"exportFile"_s)->setText(path(name)); }
    QString path(const QString &name) const { return m_output->filePath(name); }
    QList<QByteArray> linesOf(const QString &name) const;

    QTemporaryDir m_workspace;
    RowList m_rows;
    ResultPointer m_result; ///< m_rows
    std::unique_ptr<QTemporaryDir> m_output;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<EventExporter> m_exporter;
    bool m_hasSurvey = true; ///< what is offered
    std::unique_ptr<ExportDialog> m_dialog;
    ExportSession *m_session = nullptr; ///< of the dialog
};

void ExportDialogTest::initTestCase()
{
    const auto writer = std::move(*EventWriter::open(m_workspace.path()));
    const SourceId source = *writer->addSource(Testing::source(u"work"_s));
    std::vector<Event> events;
    for (int number = 1; number <= 200; ++number) {
        Event event = Testing::makeEvent("e" + std::to_string(number));
        event.message = number <= 3 ? "=1+1" : "fine";
        events.push_back(std::move(event));
        m_rows.push_back(RowId{number});
    }
    m_result = Testing::resultOf(m_rows);
    Event longOne = Testing::makeEvent("e201"); // in no result
    longOne.message = std::string(40'000, 'x');
    events.push_back(std::move(longOne));
    QVERIFY(writer->commit(Testing::page(source, std::move(events))));
}

void ExportDialogTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_hasSurvey = true;
    m_output = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
    m_exporter = std::make_unique<EventExporter>(m_workspace.path());
}

void ExportDialogTest::cleanup()
{
    m_dialog.reset();
    m_exporter.reset();
    m_settings.reset();
}

void ExportDialogTest::offer(const ResultPointer &result, const RowList &selection,
                             const std::vector<Column> &shownColumns)
{
    const ExportOffer offer{.resultRows = static_cast<qint64>(result->size()),
                            .selectedRows = static_cast<qint64>(selection.size()),
                            .shownColumns = shownColumns,
                            .byteOrderMark = m_settings->exportsByteOrderMark(),
                            .hasSurvey = m_hasSurvey};
    m_dialog = std::make_unique<ExportDialog>(offer, m_settings->exportFolder());
    const PreparedQuery query{Testing::filter({}), {Testing::Noon + UtcMicros::PerDay}};
    const ResultPointer selected = selection.empty() ? nullptr : Testing::resultOf(selection);
    m_session = new ExportSession(*m_exporter, *m_settings, {query, result, selected}, *m_dialog);
    m_dialog->open();
}

void ExportDialogTest::open(const RowList &selection)
{
    offer(m_result, selection, {{Field::Id, "id"}, {Field::Message, "message"}});
    setFile(u"out.csv"_s);
}

void ExportDialogTest::openLong()
{
    RowList rows;
    for (int round = 0; round < generatedCases(5'000, 1'000); ++round)
        std::ranges::copy(m_rows, std::back_inserter(rows));
    offer(Testing::resultOf(std::move(rows)), {}, {{Field::Id, "id"}});
    setFile(u"out.csv"_s);
    find<QPushButton>(u"exportStop"_s)->click();
    QTRY_VERIFY(!m_dialog->isBusy());
}

QList<QByteArray> ExportDialogTest::linesOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
}

void ExportDialogTest::saysWhatItWillWriteBeforeItWrites()
{
    open();
    QVERIFY(m_dialog->isBusy());
    QVERIFY(!exportButton()->isEnabled());
    QTRY_COMPARE(summary(), u"200 row(s) · 2 column(s) · UTC · 3 formula(s) escaped"_s);
    QVERIFY(exportButton()->isEnabled());
    QVERIFY(!QFile::exists(path(u"out.csv"_s)));
    const QSignalSpy exported(m_session, &ExportSession::exported);
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(linesOf(u"out.csv"_s).size(), 201);
    QCOMPARE(linesOf(u"out.csv"_s).at(1), QByteArray("e1,'=1+1\r"));
    QVERIFY2(told().contains(u"out.csv"_s) && told().contains(u"200 row(s)"_s), qPrintable(told()));
}

void ExportDialogTest::writesTheSelection()
{
    open({RowId{2}, RowId{150}});
    QVERIFY(find<QRadioButton>(u"exportSelection"_s)->isChecked());
    QTRY_COMPARE(summary(), u"2 row(s) · 2 column(s) · UTC · 1 formula(s) escaped"_s);
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_COMPARE(linesOf(u"out.csv"_s).size(), 3);
    QTRY_VERIFY(!m_dialog->isBusy());
}

void ExportDialogTest::countsAgainAfterAChange()
{
    open({RowId{1}});
    QVERIFY(find<QRadioButton>(u"exportResult"_s)->isChecked());
    QTRY_VERIFY(summary().startsWith(u"200 row(s)"_s));
    find<QRadioButton>(u"exportSelection"_s)->click();
    QTRY_VERIFY(summary().startsWith(u"1 row(s) ·"_s));
    find<QAbstractButton>(u"exportGuard"_s)->click();
    QTRY_COMPARE(summary(), u"1 row(s) · 2 column(s) · UTC"_s);
    find<QComboBox>(u"exportColumns"_s)->setCurrentIndex(1);
    QTRY_COMPARE(summary(), u"1 row(s) · 11 column(s) · UTC"_s);
}

void ExportDialogTest::writesNdjsonRecords()
{
    open();
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(1);
    find<QComboBox>(u"exportColumns"_s)->setCurrentIndex(2);
    QVERIFY(!find<QAbstractButton>(u"exportGuard"_s)->isEnabled());
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path(u"out.ndjson"_s)));
    QTRY_VERIFY(!m_dialog->isBusy());
    QCOMPARE(linesOf(u"out.ndjson"_s).size(), 200);
    QVERIFY(linesOf(u"out.ndjson"_s).first().contains(R"("raw":{"id":"e1"})"));
}

void ExportDialogTest::asksBeforeItReplaces()
{
    open();
    QFile old(path(u"out.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTest::keyClick(find<QMessageBox>(u"replaceQuestion"_s), Qt::Key_Escape);
    QTRY_VERIFY(!find<QMessageBox>(u"replaceQuestion"_s));
    QCOMPARE(linesOf(u"out.csv"_s), QList<QByteArray>{"old"});
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTest::mouseClick(find<QMessageBox>(u"replaceQuestion"_s)->findChild<QPushButton *>(u"confirm"_s),
                      Qt::LeftButton);
    QTRY_COMPARE(linesOf(u"out.csv"_s).size(), 201);
    QTRY_VERIFY(!m_dialog->isBusy());
}

void ExportDialogTest::saysInPlaceWhatIsWrongWithTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << QString() << u"Specify a file"_s;
    QTest::newRow("blank") << u"  "_s << u"Specify a file"_s;
    QTest::newRow("folder") << u"/"_s << u"is a folder"_s;
}

void ExportDialogTest::saysInPlaceWhatIsWrongWithTheFile()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    open();
    find<QLineEdit>(u"exportFile"_s)->setText(file);
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QVERIFY2(told().contains(says), qPrintable(told()));
    QVERIFY(!m_dialog->isBusy());
}

void ExportDialogTest::tellsAFailureInPlace()
{
    open();
    setFile(u"no/such/folder/out.csv"_s);
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_VERIFY2(told().contains(u"out.csv"_s), qPrintable(told()));
    QVERIFY(exportButton()->isEnabled());
}

void ExportDialogTest::replacesNoFileOfTheWorkspace()
{
    open();
    const qint64 before = EventReader::open(m_workspace.path()).value()->lastRow()->value;
    const QString database = m_workspace.filePath(u"trailglass.sqlite"_s);
    QVERIFY(QFile::link(database, path(u"link.csv"_s)));
    setFile(u"link.csv"_s);
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    auto *question = find<QMessageBox>(u"replaceQuestion"_s);
    QVERIFY(question);
    QTest::mouseClick(question->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
    QTRY_VERIFY2(told().contains(u"choose another file"_s), qPrintable(told()));
    QVERIFY2(told().startsWith(path(u"link.csv"_s)), qPrintable(told()));
    QVERIFY(!m_dialog->isBusy());
    const auto reader = EventReader::open(m_workspace.path());
    QVERIFY(reader);
    QCOMPARE((*reader)->lastRow()->value, before);
}

void ExportDialogTest::theEndingFollowsTheFormat()
{
    open();
    auto *file = find<QLineEdit>(u"exportFile"_s);
    auto *format = find<QComboBox>(u"exportFormat"_s);
    format->setCurrentIndex(1);
    QVERIFY(file->text().endsWith(u"out.ndjson"_s));
    format->setCurrentIndex(0);
    QVERIFY(file->text().endsWith(u"out.csv"_s));
    setFile(u"out.txt"_s);
    format->setCurrentIndex(1);
    QVERIFY(file->text().endsWith(u"out.txt"_s));
}

void ExportDialogTest::remembersTheFolder()
{
    open();
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_COMPARE(m_settings->exportFolder(), m_output->path());
    m_dialog.reset();
    offer(m_result);
    QCOMPARE(find<QLineEdit>(u"exportFile"_s)->text(), path(u"trailglass-events.csv"_s));
    QTest::mouseClick(find<QPushButton>(u"exportBrowse"_s), Qt::LeftButton);
    auto *dialog = find<QFileDialog>(u"exportFileDialog"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(path(u"chosen.csv"_s));
    QCOMPARE(find<QLineEdit>(u"exportFile"_s)->text(), path(u"chosen.csv"_s));
    dialog->close();
}

void ExportDialogTest::choosesAFolderThatIsThere()
{
    QTemporaryDir configuration;
    QFile folders(configuration.filePath(u"user-dirs.dirs"_s));
    QVERIFY(folders.open(QIODevice::WriteOnly));
    folders.write("XDG_DOCUMENTS_DIR=\"/no/such/folder\"\nXDG_DOWNLOAD_DIR=\"/no/such/other\"\n");
    folders.close();
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(configuration.path()));
    m_settings->setExportFolder(u"/gone/since"_s);
    offer(m_result);
    qputenv("XDG_CONFIG_HOME", before);
    const QFileInfo file(find<QLineEdit>(u"exportFile"_s)->text());
    QCOMPARE(file.fileName(), u"trailglass-events.csv"_s);
    QVERIFY2(file.dir().exists(), qPrintable(file.path()));
    QVERIFY2(QFileInfo(file.path()).isWritable(), qPrintable(file.path()));
}

void ExportDialogTest::growsForWhatItSays()
{
    open();
    QTRY_VERIFY(exportButton()->isEnabled());
    const auto *options = find<QComboBox>(u"exportFormat"_s);
    const int height = options->height();
    const int dialogHeight = m_dialog->height();
    setFile(u"no/such/folder/"_s + QString(u"long "_s).repeated(60) + u"out.csv"_s);
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_VERIFY(!told().isEmpty());
    QVERIFY(m_dialog->height() > dialogHeight);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(options->height(), height);
    QVERIFY(m_dialog->height() >= m_dialog->layout()->totalMinimumHeightForWidth(m_dialog->width()));
}

/// A window manager does not move it: its buttons would be below the screen.
void ExportDialogTest::staysOnTheScreenHoweverMuchItSays()
{
    open();
    QTRY_VERIFY(exportButton()->isEnabled());
    const QRect screen = m_dialog->screen()->availableGeometry();
    m_dialog->move(m_dialog->x(), screen.bottom() + 1 - m_dialog->frameGeometry().height());
    const int height = m_dialog->height();
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(BundleFormat);
    m_dialog->showBundleWarning(u"long "_s.repeated(100));
    m_dialog->showProblem(u"long "_s.repeated(100));
    QVERIFY(m_dialog->height() > height);
    const QRect place = m_dialog->frameGeometry();
    QVERIFY2(place.top() >= screen.top() && place.bottom() <= screen.bottom(),
             qPrintable(u"%1 to %2"_s.arg(place.top()).arg(place.bottom())));
}

/// Its columns are those of one file in it.
void ExportDialogTest::saysWhatABundleHolds()
{
    open();
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(BundleFormat);
    const QString said = u"200 row(s) · all fields and the JSON · 2 column(s) in events.csv · UTC · "
                         "3 formula(s) escaped"_s;
    QTRY_COMPARE(summary(), said);
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(0);
    QTRY_COMPARE(summary(), u"200 row(s) · 2 column(s) · UTC · 3 formula(s) escaped"_s);
}

void ExportDialogTest::warnsBeforeABundleIsMade()
{
    open();
    const QSignalSpy chosen(m_dialog.get(), &ExportDialog::bundleChosen);
    auto *format = find<QComboBox>(u"exportFormat"_s);
    const auto *warning = find<MessageStrip>(u"exportWarning"_s);
    format->setCurrentIndex(1);
    QCOMPARE(chosen.size(), 0);
    format->setCurrentIndex(BundleFormat);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!warning->isVisible());
    m_dialog->showBundleWarning(u"The key is lost."_s);
    QCOMPARE(warning->text(), u"The key is lost."_s);
    format->setCurrentIndex(0);
    QVERIFY(!warning->isVisible());
    format->setCurrentIndex(BundleFormat);
    QCOMPARE(warning->text(), u"The key is lost."_s);
    QCOMPARE(chosen.size(), 1);
    QTRY_VERIFY(exportButton()->isEnabled());
}

void ExportDialogTest::remembersTheByteOrderMark()
{
    open();
    auto *mark = find<QAbstractButton>(u"exportMark"_s);
    QVERIFY(!mark->isChecked());
    mark->click();
    find<QAbstractButton>(u"exportGuard"_s)->click();
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_VERIFY(!linesOf(u"out.csv"_s).isEmpty());
    QVERIFY(linesOf(u"out.csv"_s).first().startsWith("\xEF\xBB\xBF"));
    QTRY_VERIFY(!m_dialog->isBusy());
    m_dialog.reset();
    offer(m_result);
    QVERIFY(find<QAbstractButton>(u"exportMark"_s)->isChecked());
    QVERIFY(find<QAbstractButton>(u"exportGuard"_s)->isChecked()); // always, until it is turned off
    QTRY_VERIFY(exportButton()->isEnabled());
}

void ExportDialogTest::opensTheFolderOfWhatWasWritten()
{
    open();
    QTRY_VERIFY(exportButton()->isEnabled());
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    auto *action = find<QPushButton>(u"messageAction"_s);
    QTRY_VERIFY(action->isVisible());
    QCOMPARE(action->text(), u"Open folder"_s);
    FolderOpener opener;
    QDesktopServices::setUrlHandler(u"file"_s, &opener, "open");
    action->click();
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(opener.opened, QList<QUrl>{QUrl::fromLocalFile(m_output->path())});
    m_dialog->showProblem(u"No program opens the folder."_s);
    QCOMPARE(told(), u"No program opens the folder."_s);
    QVERIFY(!action->isVisible());
}

void ExportDialogTest::offersOneSelectedRow()
{
    open({RowId{7}});
    auto *selection = find<QRadioButton>(u"exportSelection"_s);
    QVERIFY(selection->isEnabled() && !selection->isChecked());
    QVERIFY2(selection->text().endsWith(u": 1 row(s)"_s), qPrintable(selection->text()));
}

void ExportDialogTest::stoppedCountingLeavesTheWayOpen()
{
    openLong();
    const QString rows = generatedCases(u"1,000,000"_s, u"200,000"_s);
    QCOMPARE(summary(), u"%1 row(s) · UTC · cells not counted"_s.arg(rows));
    QVERIFY(told().isEmpty());
    QVERIFY(exportButton()->isEnabled());
}

void ExportDialogTest::tellsGapsOfWhatWasNotCounted()
{
    openLong();
    const auto *gaps = find<QLabel>(u"exportGaps"_s);
    QVERIFY(!gaps->isVisible());
    exportButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 240'000);
    QVERIFY2(told().contains(u"out.csv"_s), qPrintable(told()));
    QVERIFY2(gaps->text().startsWith(u"1 coverage gap(s): work "_s), qPrintable(gaps->text()));
    QVERIFY(gaps->isVisible());
}

/// As over an archive.
void ExportDialogTest::countsNoCellsWhereThatTakesAsLongAsTheExport()
{
    m_hasSurvey = false;
    open();
    QVERIFY(!m_dialog->isBusy());
    const QString uncounted = u"200 row(s) · UTC · cells not counted"_s;
    QCOMPARE(summary(), uncounted);
    const auto *gaps = find<QLabel>(u"exportGaps"_s);
    QVERIFY(!gaps->isVisible());

    QTest::mouseClick(exportButton(), Qt::LeftButton);

    QTRY_VERIFY2(told().contains(u"200 row(s) · 2 column(s) · UTC · 3 formula(s) escaped"_s),
                 qPrintable(told()));
    QVERIFY(gaps->isVisible());
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(1); // the figures were of the other file
    QVERIFY(!m_dialog->isBusy());
    QVERIFY(exportButton()->isEnabled());
    QCOMPARE(summary(), uncounted);
    QVERIFY(!gaps->isVisible());
}

void ExportDialogTest::closingWhileItWritesLeavesNoFile()
{
    openLong();
    const QSignalSpy exported(m_session, &ExportSession::exported);
    exportButton()->click();
    QVERIFY(m_dialog->isBusy());
    m_dialog->reject();
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(exported.isEmpty());
    QVERIFY(!QFile::exists(path(u"out.csv"_s)));
}

void ExportDialogTest::nothingToExportCannotBeExported()
{
    offer(Testing::resultOf({}));
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(!exportButton()->isEnabled());
    QVERIFY(summary().startsWith(u"0 row(s)"_s));
}

void ExportDialogTest::tellsGapsInTheRecord()
{
    open(); // nothing was ever asked of a vendor: it is all one gap
    const auto *gaps = find<QLabel>(u"exportGaps"_s);
    QVERIFY(!gaps->isVisible());
    QTRY_VERIFY(gaps->isVisible());
    QVERIFY2(gaps->text().startsWith(u"1 coverage gap(s): work "_s), qPrintable(gaps->text()));
    QCOMPARE(gaps->textFormat(), Qt::PlainText);
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(1);
    QVERIFY(!gaps->isVisible()); // until it is counted again
    QTRY_VERIFY(gaps->isVisible());
}

void ExportDialogTest::cutsALongListOfGaps()
{
    const UtcMicros start = *parseTime("2026-03-01T09:00:00Z");
    const auto gap = [start](int day, qint64 length) {
        const UtcMicros from = start + day * UtcMicros::PerDay;
        return ExportFigures::Gap{u"team"_s, from, from + length};
    };
    std::vector<ExportFigures::Gap> gaps{gap(0, 3 * UtcMicros::PerDay), gap(5, UtcMicros::PerHour)};
    QCOMPARE(ExportText::gaps({}), QString());
    QCOMPARE(ExportText::gaps(gaps),
             u"2 coverage gap(s): team 2026-03-01 to 2026-03-04, team 2026-03-06 09:00:00 to 10:00:00. "
             "Events may be missing there."_s);
    for (int day = 10; day < 1000; ++day)
        gaps.push_back(gap(day, UtcMicros::PerDay / 2));
    const QString text = ExportText::gaps(gaps);
    QVERIFY2(text.contains(u"988 more"_s), qPrintable(text));
    QVERIFY(text.size() < 300);
}

void ExportDialogTest::tellsWhatASpreadsheetWillNotShow()
{
    open({RowId{1}, RowId{201}});
    const auto *limits = find<QLabel>(u"exportLimits"_s);
    QTRY_VERIFY(limits->isVisible());
    QVERIFY2(limits->text().contains(u"32,767"_s), qPrintable(limits->text()));
    QTest::mouseClick(exportButton(), Qt::LeftButton);
    QTRY_COMPARE(linesOf(u"out.csv"_s).size(), 3);
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(limits->isVisible()); // it is about the file too
    find<QComboBox>(u"exportFormat"_s)->setCurrentIndex(1);
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(!limits->isVisible()); // no spreadsheet opens NDJSON
}

void ExportDialogTest::wordsAreWellFormed_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<qint64>("cells");
    QTest::addColumn<QString>("text");
    QTest::newRow("none neutralised") << qint64(2) << 1 << qint64(0) << u"2 row(s) · 1 column(s) · UTC"_s;
    QTest::newRow("thousands") << qint64(1284) << 9 << qint64(3)
                               << u"1,284 row(s) · 9 column(s) · UTC · 3 formula(s) escaped"_s;
}

void ExportDialogTest::wordsAreWellFormed()
{
    QFETCH(qint64, rows);
    QFETCH(int, columns);
    QFETCH(qint64, cells);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QString text = ExportText::summary({rows, columns, cells});
    QLocale::setDefault(before);
    QTEST(text, "text");
}

TRAILGLASS_GUI_TEST(ExportDialogTest)
#include "tst_exportdialog.moc"
