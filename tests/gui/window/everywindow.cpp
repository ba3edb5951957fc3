// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/everywindow.h"

#include "models/changes/changefinder.h"
#include "models/presets/preset.h"
#include "models/sources/source.h"
#include "models/table/sourcetablemodel.h"
#include "views/common/messagestrip.h"
#include "views/events/colourrulesdialog.h"
#include "views/events/columnsdialog.h"
#include "views/events/gototimedialog.h"
#include "views/events/tablemenu.h"
#include "views/evidence/bundledialog.h"
#include "views/evidence/evidencedialog.h"
#include "views/evidence/evidencehistorydialog.h"
#include "views/evidence/keychangequestions.h"
#include "views/evidence/keyplacedialog.h"
#include "views/evidence/keyquestion.h"
#include "views/evidence/openbundledialog.h"
#include "views/evidence/reviewdialog.h"
#include "views/evidence/reviewlogdialog.h"
#include "views/evidence/verifydialog.h"
#include "views/exporting/exportdialog.h"
#include "views/exporting/exportfile.h"
#include "views/exporting/reportdialog.h"
#include "views/filters/facetchooser.h"
#include "views/filters/facetrowmenu.h"
#include "views/filters/filterguidedialog.h"
#include "views/filters/timespanpopup.h"
#include "views/histogram/histogrammenu.h"
#include "views/inspector/eventcomparisondialog.h"
#include "views/inspector/textviewer.h"
#include "views/presets/presetdialog.h"
#include "views/presets/presetmenu.h"
#include "views/presets/presetnamedialog.h"
#include "views/settings/zonedialog.h"
#include "views/sources/approvalquestion.h"
#include "views/sources/archivedialog.h"
#include "views/sources/archivequestions.h"
#include "views/sources/archivetaskdialog.h"
#include "views/sources/claimdialog.h"
#include "views/sources/coveragedialog.h"
#include "views/sources/createarchivedialog.h"
#include "views/sources/importdialog.h"
#include "views/sources/pushdialog.h"
#include "views/sources/quarantinedialog.h"
#include "views/sources/removequestion.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourcepopover.h"
#include "views/sources/syncfromdialog.h"
#include "views/window/workspacecheckdialog.h"

#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int HostileLength = 10'000; // characters
constexpr int LongestName = 100; // characters, of a source or a preset

QString unbroken(int length = HostileLength)
{
    return QString(length, u'W');
}

QString wordy()
{
    return QString(u"words "_s).repeated(HostileLength / 6);
}

std::string unbrokenBytes(char letter)
{
    return std::string(HostileLength, letter);
}

template <class Widget>
Widget *shown(Widget *widget)
{
    widget->show();
    return widget;
}

QList<VerdictLine> verdict()
{
    return {VerdictLine{VerdictLine::Meaning::Problem, unbroken()},
            VerdictLine{VerdictLine::Meaning::Notice, wordy()}};
}

Preset hostilePreset()
{
    return {.name = unbroken(LongestName), .expression = unbroken(), .columns = wordy(), .sort = wordy()};
}

SourceRow hostileSource()
{
    SourceRow row;
    row.name = unbroken();
    row.typeName = u"asana"_s;
    row.displayName = unbroken();
    row.state = SourceRow::State::Failed;
    row.events = 7;
    row.lastError = unbroken();
    row.hasQuarantined = true;
    row.details = wordy();
    return row;
}

QWidget *archiveDialog(QWidget *home)
{
    const auto check = [](const QString &) -> Result<QString> {
        return Error{ErrorKind::Usage, unbroken()};
    };
    auto *dialog = shown(new ArchiveDialog(unbroken(), {}, check, home, ArchiveDialog::Purpose::Push));
    dialog->showProblem(wordy());
    return dialog;
}

QWidget *unreachableArchive(QWidget *home)
{
    const auto check = [](const QString &) -> Result<QString> {
        return unbroken();
    };
    auto *dialog = shown(new ArchiveDialog(unbroken(), {}, check, home));
    dialog->showLastKnown(wordy(), wordy(), {ArchiveSection{unbroken(), {ArchiveFact{wordy(), unbroken()}}}});
    return dialog;
}

QWidget *archiveTaskDialog(QWidget *home)
{
    const auto check = [](const QString &) -> Result<QString> {
        return unbroken(); // so that the tasks can be begun
    };
    auto *dialog = shown(new ArchiveTaskDialog(unbroken(), {}, check, home));
    dialog->disable(ArchiveTaskDialog::Task::Verify, wordy());
    const ArchiveSection problems{unbroken(), {ArchiveFact{.name = wordy(), .isProblem = true}}};
    const ArchiveSection others{wordy(), {ArchiveFact{unbroken(), wordy()}}};
    dialog->showResult(MessageStrip::Kind::Error, unbroken(), {problems, others});
    return dialog;
}

QWidget *createArchiveDialog(QWidget *home)
{
    const auto check = [](const EnteredCreation &) -> Result<QString> {
        return Error{ErrorKind::Usage, unbroken()};
    };
    auto *dialog = shown(new CreateArchiveDialog(check, home));
    dialog->findChild<QLineEdit *>(u"archiveCluster"_s)->setText(unbroken());
    return dialog;
}

QWidget *claimDialog(QWidget *home)
{
    return shown(new ClaimDialog({unbroken(), wordy()}, home));
}

QWidget *bundleDialog(QWidget *home)
{
    return shown(new BundleDialog({.verdict = verdict(), .facts = {unbroken(), wordy()}}, home));
}

QWidget *colourRulesDialog(QWidget *home)
{
    const auto check = [](const QString &) {
        return unbroken();
    };
    return shown(new ColourRulesDialog({ColourRule{unbroken(), unbroken(), 0, true}}, check, home));
}

QWidget *columnsDialog(QWidget *home)
{
    auto *dialog = shown(new ColumnsDialog(defaultColumns(), home));
    dialog->findChild<QLineEdit *>(u"columnPath"_s)->setText(unbroken());
    dialog->findChild<QPushButton *>(u"addColumn"_s)->click();
    return dialog;
}

QWidget *coverageDialog(QWidget *home)
{
    auto *dialog = shown(new CoverageDialog(QTimeZone::utc(), home));
    dialog->setCoverage({SourceCoverage{.source = unbroken()}});
    dialog->setFailed(unbroken());
    return dialog;
}

std::shared_ptr<const EventRecord> hostileRecord()
{
    auto record = std::make_shared<EventRecord>();
    record->row = RowId{1};
    record->source = unbrokenBytes('s');
    record->event.action = unbrokenBytes('a');
    record->event.actor.name = unbrokenBytes('b');
    record->event.target.name = unbrokenBytes('c');
    record->event.ip = unbrokenBytes('d');
    return record;
}

std::shared_ptr<const EventChanges> hostileChanges()
{
    const auto before = std::make_shared<const std::string>(R"({"role":")" + unbrokenBytes('x') + "\"}");
    const auto after = std::make_shared<const std::string>(R"({"role":")" + unbrokenBytes('y') + "\"}");
    return std::make_shared<const EventChanges>(compareEvents(before, after));
}

QWidget *comparisonDialog(QWidget *home)
{
    auto *dialog = shown(new EventComparisonDialog(home));
    dialog->showEvents(hostileRecord(), hostileRecord());
    dialog->showChanges(hostileChanges());
    return dialog;
}

QWidget *evidenceDialog(QWidget *home)
{
    const CheckpointChoice choice{.afterSync = true, .witnessFile = unbroken()};
    auto *dialog = shown(new EvidenceDialog(choice, QTimeZone::utc(), home));
    EvidenceState state;
    state.isBuilt = true;
    state.leaves = 1'000;
    state.root = QString(64, u'a');
    state.last = EvidenceState::Checkpoint{UtcMicros{0}, 1, false};
    state.key = EvidenceState::Key{unbroken(), unbroken(), unbroken(), UtcMicros{0}};
    dialog->showState(state);
    dialog->tell(MessageStrip::Kind::Error, unbroken());
    return dialog;
}

QWidget *evidenceHistoryDialog(QWidget *home)
{
    return shown(new EvidenceHistoryDialog(
        {.keys = {unbroken(), wordy()}, .checkpoints = {wordy(), unbroken()}}, home));
}

QWidget *keyPlaceDialog(QWidget *home)
{
    const auto check = [](const QString &) -> Result<SecretReference> {
        return Error{ErrorKind::Usage, unbroken()};
    };
    auto *dialog = shown(new KeyPlaceDialog(check, home));
    dialog->findChild<QLineEdit *>(u"keyPlaceName"_s)->setText(u'/' + unbroken());
    dialog->findChild<QPushButton *>(u"keyPlaceUse"_s)->click(); // which is refused
    dialog->showFailure(unbroken());
    return dialog;
}

QWidget *exportDialog(QWidget *home)
{
    ExportOffer offer;
    offer.resultRows = 10;
    offer.selectedRows = 2;
    offer.hasBundles = true;
    offer.caseLimit = 200;
    offer.noteLimit = 10'000;
    auto *dialog = shown(new ExportDialog(offer, {}, home));
    auto *format = dialog->findChild<QComboBox *>(u"exportFormat"_s);
    format->setCurrentIndex(format->count() - 1); // a bundle, which has the most options
    ExportFigures figures;
    figures.rows = 10;
    figures.columns = 3;
    figures.gaps = {ExportFigures::Gap{unbroken(), UtcMicros{0}, UtcMicros{UtcMicros::PerDay}}};
    figures.missing = wordy();
    figures.limits = {unbroken(), wordy()};
    dialog->showSurvey(figures);
    dialog->showBundleWarning(wordy());
    dialog->showProblem(unbroken());
    return dialog;
}

QWidget *facetChooser(QWidget *home)
{
    auto *dialog = shown(new FacetChooser({Field::Channel}, home));
    dialog->setPaths({QString(u'@' + unbroken())});
    dialog->findChild<QLineEdit *>(u"facetField"_s)->setText(unbroken()); // no such field
    dialog->findChild<QPushButton *>(u"addFacet"_s)->click();
    return dialog;
}

QWidget *filterGuide(QWidget *home)
{
    return shown(new FilterGuideDialog(home));
}

QWidget *goToTimeDialog(QWidget *home)
{
    auto *dialog = shown(new GoToTimeDialog(home));
    dialog->setProblem(unbroken());
    return dialog;
}

QWidget *importDialog(QWidget *home)
{
    auto *dialog = shown(new ImportDialog({hostileSource()}, unbroken(), home));
    dialog->setFiles({unbroken(), wordy()});
    dialog->showProgress(unbroken(), 0.5);
    dialog->strip().show(MessageStrip::Kind::Error, unbroken());
    return dialog;
}

QWidget *openBundleDialog(QWidget *home)
{
    auto *dialog = shown(new OpenBundleDialog(u"/"_s, home));
    dialog->showFailure(unbroken());
    dialog->showRefused(verdict());
    return dialog;
}

QWidget *presetDialog(QWidget *home)
{
    auto *dialog = shown(new PresetDialog(home));
    dialog->setPresets({hostilePreset()});
    dialog->strip().show(MessageStrip::Kind::Error, unbroken());
    return dialog;
}

QWidget *presetNameDialog(QWidget *home)
{
    return shown(new PresetNameDialog(hostilePreset(), {}, home));
}

QWidget *pushDialog(QWidget *home)
{
    auto *dialog = shown(new PushDialog(home));
    dialog->setRows({PushRow{unbroken(), wordy(), unbroken(), true}});
    dialog->strip().show(MessageStrip::Kind::Error, unbroken());
    return dialog;
}

QWidget *quarantineDialog(QWidget *home)
{
    auto *dialog = shown(new QuarantineDialog({unbroken()}, unbroken(), QTimeZone::utc(), home));
    QuarantineRow row;
    row.id = 1;
    row.source = unbroken();
    row.typeName = u"asana"_s;
    row.place = unbroken();
    row.reason = unbroken();
    dialog->showRows({row}, true);
    QuarantineContent content;
    content.row = row;
    content.bytes = std::make_shared<const std::string>(unbrokenBytes('q'));
    dialog->showContent(content);
    dialog->strip().show(MessageStrip::Kind::Error, unbroken());
    return dialog;
}

QWidget *reportDialog(QWidget *home)
{
    auto *dialog = shown(new ReportDialog({}, home));
    dialog->showProblem(unbroken());
    return dialog;
}

QWidget *reviewDialog(QWidget *home)
{
    ReviewOffer offer;
    offer.filter = unbroken();
    offer.reviewer = unbroken();
    offer.last = unbroken();
    offer.noteLimit = 10'000;
    auto *dialog = shown(new ReviewDialog(offer, home));
    dialog->showCountFailure(unbroken());
    dialog->showFailure(unbroken());
    return dialog;
}

QWidget *reviewLogDialog(QWidget *home)
{
    auto *dialog = shown(new ReviewLogDialog(home));
    ReviewLogRow row;
    row.time = unbroken();
    row.reviewer = unbroken();
    row.filter = unbroken();
    row.note = wordy();
    dialog->showRows({row}, true);
    return dialog;
}

QWidget *sourceTypes(QWidget *home)
{
    return shown(new SourceDialog({}, home));
}

QWidget *sourceForm(const QString &type, QWidget *home)
{
    ExistingSource existing;
    existing.name = unbroken(LongestName);
    existing.type = type;
    const SourceType &fields = findSource(type)->type();
    for (const SettingField &field : fields.settings) {
        if (field.choices.isEmpty())
            existing.settings.insert(field.key, unbroken());
    }
    for (const SecretField &field : fields.secrets)
        existing.secrets.insert(field.key, SecretReference{SecretReference::Kind::File, unbroken()});
    auto *dialog = shown(new SourceDialog(existing, home));
    ConnectionResult result;
    result.kind = ConnectionResult::Kind::Error;
    result.text = unbroken();
    dialog->showTested(result);
    return dialog;
}

QWidget *sourcePopover(QWidget *home)
{
    auto *model = new SourceTableModel(home);
    model->setRows({hostileSource()});
    auto *popover = new SourcePopover(*model, home);
    popover->open(unbroken(), QRect(20, 690, 100, 20));
    popover->strip().show(MessageStrip::Kind::Error, unbroken());
    return popover;
}

QWidget *syncFromDialog(QWidget *home)
{
    const auto check = [](const QString &) -> Result<QString> {
        return Error{ErrorKind::Usage, unbroken()};
    };
    auto *dialog = shown(new SyncFromDialog(unbroken(), check, home));
    dialog->findChild<QLineEdit *>(u"syncFrom"_s)->setText(unbroken());
    return dialog;
}

QWidget *textViewer(QWidget *home)
{
    std::string text; // so long that it is read part by part
    for (int line = 0; line < 400; ++line)
        text += unbrokenBytes('v') + '\n';
    return shown(new TextViewer(unbroken(), text, home));
}

QWidget *timeSpanPopup(QWidget *home)
{
    auto *popup = new TimeSpanPopup(home);
    popup->setZone(u"America/Argentina/ComodRivadavia"_s);
    popup->open(QRect(20, 690, 180, 20));
    return popup;
}

QWidget *verifyDialog(QWidget *home)
{
    auto *dialog = shown(new VerifyDialog(unbroken(), home));
    dialog->showVerdict({.summary = unbroken(), .lines = verdict()});
    dialog->showSaveFailure(unbroken());
    return dialog;
}

QWidget *workspaceCheckDialog(QWidget *home)
{
    auto *dialog = shown(new WorkspaceCheckDialog(home));
    dialog->showResult(CheckResult{unbroken(), {unbroken()}, {wordy()}, {}});
    return dialog;
}

QWidget *zoneDialog(QWidget *home)
{
    return shown(new ZoneDialog(QByteArrayLiteral("UTC"), home));
}

QWidget *oneApproval(QWidget *home)
{
    return shown(approvalQuestion(home, {unbroken()}, [](qsizetype) {}));
}

QWidget *manyApprovals(QWidget *home)
{
    return shown(approvalQuestion(home, QStringList(20, wordy().left(300)), [](qsizetype) {}));
}

QWidget *signingKey(QWidget *home)
{
    return shown(keyQuestion(home, unbroken(), [](bool) {}));
}

QWidget *keyRotation(QWidget *home)
{
    return shown(rotateKeyQuestion(home, unbroken(), [] {}));
}

QWidget *keyLoss(QWidget *home)
{
    return shown(lostKeyQuestion(home, unbroken(), [] {}));
}

QWidget *takeover(QWidget *home)
{
    return shown(takeOverQuestion(home, unbroken(LongestName), unbroken(), wordy(), [] {}));
}

QWidget *keyRemoval(QWidget *home)
{
    return shown(removeKeyQuestion(home, unbroken(), unbroken(), [] {}));
}

QWidget *removal(QWidget *home)
{
    return shown(removeQuestion(home, hostileSource(), [](bool) {}));
}

QWidget *replacement(QWidget *home)
{
    static const QTemporaryDir folder;
    const QString name = QString(200, u'W');
    QFile existing(folder.filePath(name));
    if (!existing.open(QIODevice::WriteOnly))
        qFatal("The file to be replaced cannot be written.");
    auto *file = new ExportFile(folder.path(), home, name);
    file->askOrWrite([] {}, [](const QString &) {});
    return home->findChild<QMessageBox *>(u"replaceQuestion"_s);
}

/// Which many others cannot run without.
QWidget *deletion(QWidget *home)
{
    QList<Preset> presets{Preset{.name = u"used"_s, .expression = u"op:read"_s}};
    for (int number = 0; number < 200; ++number) {
        presets += Preset{.name = unbroken(LongestName - 10) + QString::number(number),
                          .expression = u"preset:used"_s};
    }
    auto *dialog = new PresetDialog(home);
    dialog->setPresets(presets);
    dialog->choose(u"used"_s);
    dialog->show();
    dialog->findChild<QPushButton *>(u"deletePreset"_s)->click();
    return dialog->findChild<QMessageBox *>(u"deleteQuestion"_s);
}

QWidget *histogramMenu(QWidget *home)
{
    auto *menu = new HistogramMenu(home);
    menu->addInterval(u"created:2026-11"_s);
    menu->addValue(unbrokenBytes('h'));
    menu->addValues({unbrokenBytes('i'), unbrokenBytes('j')});
    return menu;
}

QWidget *facetRowMenu(QWidget *home)
{
    return new FacetRowMenu(Qt::Unchecked, unbroken(), home);
}

QWidget *presetMenu(QWidget *home)
{
    auto *menu = new PresetMenu(home);
    menu->setPresets({hostilePreset()});
    menu->setCurrent(hostilePreset().name);
    menu->setShared({hostilePreset()});
    return menu;
}

QWidget *tableMenu(QWidget *home)
{
    return new TableMenu(home);
}

/// The captures of a pattern in a text.
QStringList matches(const QRegularExpression &pattern, const QString &text)
{
    QStringList found;
    for (QRegularExpressionMatchIterator match = pattern.globalMatch(text); match.hasNext();)
        found += match.next().captured(1);
    return found;
}

} // namespace

QList<HostileWindow> everyHostileWindow()
{
    QList<HostileWindow> windows{
        {u"ArchiveDialog"_s, {}, archiveDialog},
        {u"ArchiveDialog"_s, u"unreachable"_s, unreachableArchive},
        {u"ArchiveTaskDialog"_s, {}, archiveTaskDialog},
        {u"BundleDialog"_s, {}, bundleDialog},
        {u"ClaimDialog"_s, {}, claimDialog},
        {u"ColourRulesDialog"_s, {}, colourRulesDialog},
        {u"ColumnsDialog"_s, {}, columnsDialog},
        {u"CoverageDialog"_s, {}, coverageDialog},
        {u"CreateArchiveDialog"_s, {}, createArchiveDialog},
        {u"EventComparisonDialog"_s, {}, comparisonDialog},
        {u"EvidenceDialog"_s, {}, evidenceDialog},
        {u"EvidenceHistoryDialog"_s, {}, evidenceHistoryDialog},
        {u"ExportDialog"_s, {}, exportDialog},
        {u"FacetChooser"_s, {}, facetChooser},
        {u"FilterGuideDialog"_s, {}, filterGuide},
        {u"GoToTimeDialog"_s, {}, goToTimeDialog},
        {u"ImportDialog"_s, {}, importDialog},
        {u"KeyPlaceDialog"_s, {}, keyPlaceDialog},
        {u"OpenBundleDialog"_s, {}, openBundleDialog},
        {u"PresetDialog"_s, {}, presetDialog},
        {u"PresetNameDialog"_s, {}, presetNameDialog},
        {u"PushDialog"_s, {}, pushDialog},
        {u"QuarantineDialog"_s, {}, quarantineDialog},
        {u"ReportDialog"_s, {}, reportDialog},
        {u"ReviewDialog"_s, {}, reviewDialog},
        {u"ReviewLogDialog"_s, {}, reviewLogDialog},
        {u"SourceDialog"_s, u"types"_s, sourceTypes},
        {u"SourcePopover"_s, {}, sourcePopover},
        {u"SyncFromDialog"_s, {}, syncFromDialog},
        {u"TextViewer"_s, {}, textViewer},
        {u"TimeSpanPopup"_s, {}, timeSpanPopup},
        {u"VerifyDialog"_s, {}, verifyDialog},
        {u"WorkspaceCheckDialog"_s, {}, workspaceCheckDialog},
        {u"ZoneDialog"_s, {}, zoneDialog},
        {u"HistogramMenu"_s, {}, histogramMenu},
        {u"FacetRowMenu"_s, {}, facetRowMenu},
        {u"PresetMenu"_s, {}, presetMenu},
        {u"TableMenu"_s, {}, tableMenu},
        {u"approvalQuestion"_s, u"one"_s, oneApproval},
        {u"approvalQuestion"_s, u"many"_s, manyApprovals},
        {u"keyQuestion"_s, {}, signingKey},
        {u"lostKeyQuestion"_s, {}, keyLoss},
        {u"removeQuestion"_s, {}, removal},
        {u"takeOverQuestion"_s, {}, takeover},
        {u"removeKeyQuestion"_s, {}, keyRemoval},
        {u"replaceQuestion"_s, {}, replacement},
        {u"rotateKeyQuestion"_s, {}, keyRotation},
        {u"deleteQuestion"_s, {}, deletion},
    };
    for (const Source *source : allSources()) {
        const QString type = source->type().name;
        windows += HostileWindow{u"SourceDialog"_s, type, [type](QWidget *home) {
                                     return sourceForm(type, home);
                                 }};
    }
    return windows;
}

QStringList windowsInTheSources()
{
    static const QRegularExpression classes(
        u"^class (\\w+)(?: final)?\\s*: public Q(?:Dialog|FileDialog|Menu|MessageBox|ProgressDialog|Wizard)\\b"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression popups(
        u"\\b(\\w+)::\\1\\([^{}]*\\bQt::(?:Dialog|Popup|Sheet|Tool|ToolTip|Window)\\b"_s);
    static const QRegularExpression questions(u"setObjectName\\(\"(\\w+Question)\""_s);
    QStringList found;
    for (const QString &folder : {u"views"_s, u"app"_s}) {
        const QString root = QStringLiteral(TRAILGLASS_FIXTURES) + u"/../../"_s + folder;
        QDirIterator files(root, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read.", qPrintable(file.fileName()));
            const QString text = QString::fromUtf8(file.readAll());
            found += matches(classes, text) + matches(popups, text) + matches(questions, text);
        }
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace Trailglass::Testing
