// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcedialog.h"

#include "models/core/text.h"
#include "models/sources/source.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourceform.h"
#include "views/sources/sourcetypepage.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr QSize DefaultSize(660, 600);

} // namespace

SourceDialog::SourceDialog(const std::optional<ExistingSource> &existing, QWidget *parent)
    : QDialog(parent)
    , m_existing(existing)
    , m_strip(new MessageStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_test(new QPushButton(tr("&Test"), this))
    , m_save(new QPushButton(existing ? tr("&Save") : tr("&Add source"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName("sourceDialog"_L1);
    setWindowTitle(tr("Add a source"));
    m_pages->setObjectName("pages"_L1);
    auto *buttons = new QWidget(this);
    makeButtons(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    connect(m_strip, &MessageStrip::acted, this, &SourceDialog::takeWay);
    connect(m_pages, &QStackedWidget::currentChanged, this, &SourceDialog::pageChanged);
    if (existing) {
        chooseSourceType(existing->type);
    } else {
        auto *types = new SourceTypePage(this);
        connect(types, &SourceTypePage::chosen, this, &SourceDialog::chooseSourceType);
        m_pages->addWidget(types);
        putButtonsLast();
        types->setFocus();
    }
    resize(DefaultSize);
}

void SourceDialog::makeButtons(QWidget *row)
{
    m_back->setObjectName("back"_L1);
    m_test->setObjectName("test"_L1);
    m_save->setObjectName("save"_L1);
    m_cancel->setObjectName("cancel"_L1);
    m_test->setToolTip(tr("Fetches one page with these settings; nothing is stored"));
    for (QPushButton *button : {m_back, m_test, m_cancel})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_back);
    layout->addWidget(m_test);
    layout->addStretch();
    layout->addWidget(m_save);
    layout->addWidget(m_cancel);
    connect(m_back, &QPushButton::clicked, this, &SourceDialog::goBack);
    connect(m_test, &QPushButton::clicked, this, &SourceDialog::test);
    connect(m_save, &QPushButton::clicked, this, &SourceDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &SourceDialog::reject);
}

void SourceDialog::chooseSourceType(const QString &typeName)
{
    const Source *source = findSource(typeName);
    Q_ASSERT(source);
    const SourceType &type = source->type();
    auto *area = m_pages->findChild<QScrollArea *>("page_"_L1 + typeName);
    if (!area) {
        area = new QScrollArea(m_pages);
        area->setObjectName("page_"_L1 + typeName);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus); // its fields take the keyboard, and come into sight then
        auto *form = new SourceForm(type, m_existing, area);
        area->setWidget(form);
        connect(form, &SourceForm::edited, this, &SourceDialog::inputEdited);
        m_pages->addWidget(area);
        putButtonsLast();
    }
    m_pages->setCurrentWidget(area);
    const QString title =
        m_existing ? tr("Edit %1").arg(m_existing->name) : tr("Add a source: %1").arg(type.displayName);
    setWindowTitle(visibleText(title));
    pageChanged();
}

/// A page is made when it is first shown: with Tab it would come after what stands below it.
void SourceDialog::putButtonsLast()
{
    QWidgetList below;
    const auto ofTheMessage = m_strip->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : ofTheMessage)
        below += button;
    below << m_back << m_test << m_save << m_cancel;
    QWidgetList order;
    for (QWidget *widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !below.contains(widget))
            order += widget;
    }
    order += below;
    for (qsizetype next = 1; next < order.size(); ++next)
        setTabOrder(order.at(next - 1), order.at(next));
}

void SourceDialog::goBack()
{
    m_pages->setCurrentIndex(0);
    setWindowTitle(tr("Add a source"));
}

SourceForm *SourceDialog::form() const
{
    const auto *area = qobject_cast<const QScrollArea *>(m_pages->currentWidget());
    return area ? qobject_cast<SourceForm *>(area->widget()) : nullptr;
}

bool SourceDialog::isAtSourceTypes() const
{
    return form() == nullptr;
}

void SourceDialog::pageChanged()
{
    m_strip->hide();
    m_back->setVisible(!m_existing && !isAtSourceTypes());
    m_test->setVisible(!isAtSourceTypes());
    m_save->setVisible(!isAtSourceTypes());
}

void SourceDialog::inputEdited()
{
    if (m_work == Work::Saving)
        return;
    // What was said, or is about to be, is about what was typed before.
    m_strip->hide();
    m_way = Way::None;
    if (m_work == Work::Testing && !std::exchange(m_isTestStale, true))
        Q_EMIT testCancelled();
}

void SourceDialog::test()
{
    const Result<EnteredSource> input = form()->input();
    if (!input)
        return m_strip->show(MessageStrip::Kind::Error, input.error().message);
    setWork(Work::Testing);
    m_isTestStale = false;
    m_way = Way::CancelTest;
    m_strip->show(MessageStrip::Kind::Information, tr("Testing…"), tr("Cancel the test"));
    Q_EMIT testRequested(*input);
}

void SourceDialog::testAgain()
{
    if (m_work == Work::None && !isAtSourceTypes())
        test();
}

void SourceDialog::showTested(const ConnectionResult &result)
{
    setWork(Work::None);
    m_way = Way::None;
    if (m_isTestStale || result.kind == ConnectionResult::Kind::Dismissed)
        return m_strip->hide();
    m_strip->show(result.kind == ConnectionResult::Kind::Works         ? MessageStrip::Kind::Information
                      : result.kind == ConnectionResult::Kind::Warning ? MessageStrip::Kind::Warning
                                                                       : MessageStrip::Kind::Error,
                  result.text);
}

void SourceDialog::save()
{
    const Result<EnteredSource> input = form()->input();
    if (!input)
        return m_strip->show(MessageStrip::Kind::Error, input.error().message);
    setWork(Work::Saving);
    m_way = Way::None;
    m_strip->show(MessageStrip::Kind::Information,
                  form()->goesToKeychain() ? tr(
                      "Saving. The keychain may ask for its password; to cancel, refuse the request there.")
                                           : tr("Saving…"));
    Q_EMIT saveRequested(*input);
}

void SourceDialog::showSaved(const Result<void> &outcome)
{
    setWork(Work::None);
    if (outcome)
        return accept();
    const ErrorKind kind = outcome.error().kind;
    if (kind == ErrorKind::Cancelled)
        return m_strip->hide();
    const bool isKeychain = kind == ErrorKind::SecretUnavailable || kind == ErrorKind::SecretDenied;
    const bool canKeep = isKeychain && form()->goesToKeychain();
    m_way = canKeep ? Way::KeepForSession : Way::None;
    m_strip->show(MessageStrip::Kind::Error, outcome.error().message,
                  canKeep ? tr("Keep it for this session only") : QString());
}

void SourceDialog::takeWay()
{
    const Way way = std::exchange(m_way, Way::None);
    if (way == Way::CancelTest)
        Q_EMIT testCancelled();
    if (way == Way::KeepForSession) {
        form()->keepSecretsForSession();
        save();
    }
}

void SourceDialog::setWork(Work work)
{
    m_work = work;
    m_test->setEnabled(work == Work::None);
    m_save->setEnabled(work == Work::None);
    m_back->setEnabled(work == Work::None);
    m_cancel->setEnabled(work != Work::Saving);
    form()->setEnabled(work != Work::Saving);
}

void SourceDialog::reject()
{
    // The keychain has the key in its hands: a dialog that closed now would not take it back.
    if (m_work != Work::Saving)
        QDialog::reject();
}

void SourceDialog::done(int result)
{
    if (m_work == Work::Testing)
        Q_EMIT testCancelled();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_sourcedialog.cpp"
