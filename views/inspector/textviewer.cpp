// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/textviewer.h"

#include "models/core/text.h"
#include "views/inspector/longtextedit.h"
#include "views/inspector/pagedtext.h"
#include "views/inspector/valueactions.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

TextViewer::TextViewer(const QString &title, std::string text, QWidget *parent)
    : QDialog(parent)
    , m_text(std::make_shared<const std::string>(std::move(text)))
{
    setObjectName("textViewer"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(visibleText(title.left(200)));
    auto *pages = new PagedText(this);
    pages->edit().setObjectName("wholeValue"_L1);
    pages->edit().setAccessibleName(tr("Whole value"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copyAll"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(pages);
    layout->addWidget(buttons);
    resize(720, 480);
    connect(copy, &QPushButton::clicked, this, [whole = m_text] { copyText(*whole); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    const auto read = [whole = m_text, position = std::size_t{0}](std::size_t bytes) mutable {
        std::string portion = whole->substr(position, bytes);
        position += portion.size();
        return portion;
    };
    pages->setSource(read, m_text->size());
}

} // namespace Trailglass

#include "moc_textviewer.cpp"
