// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>
#include <string>

class QCheckBox;

namespace Trailglass {

class JsonHighlighter;
class PagedText;

/// The JSON of an event as text: laid out on indented lines, or as received. A long one in parts.
/// \thread GUI
class RawView : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setDocument(std::shared_ptr<const std::string> raw);

    /// Whether the text is laid out on indented lines; true until set.
    [[nodiscard]] bool isFormatted() const;
    void setFormatted(bool isFormatted);

Q_SIGNALS:
    /// isFormatted() is another.
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepPlace();
    void read();

    std::shared_ptr<const std::string> m_raw;
    int m_scrolled = 0; ///< of the text, in the last event that was long enough
    QCheckBox *m_indented;
    PagedText *m_text;
    JsonHighlighter *m_highlighter;
};

} // namespace Trailglass
