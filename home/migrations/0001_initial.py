from django.conf import settings
from django.db import migrations, models
import cms.contract.publishable
import cms.pages.preview
import cms.vocabulary.models
import django.db.models.deletion
import media_library.models.videos
import wagtail.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("news", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('strapline', models.CharField(blank=True, help_text='One line under the name of the institution.', max_length=255, verbose_name='strapline')),
                ('sections', wagtail.fields.StreamField([('lead_story', 1), ('latest', 6), ('featured_media', 10), ('next_events', 12)], blank=True, block_lookup={0: ('cms.pages.blocks.choosers.PageChoiceBlock', (), {'label': 'Page', 'page_type': ['news.NewsReleasePage', 'news.EventPage']}), 1: ('wagtail.blocks.StructBlock', [[('page', 0)]], {}), 2: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Title', 'max_length': 255}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('press_release', 'Press release'), ('statement', 'Statement'), ('speech', 'Speech or transcript'), ('article', 'Article'), ('opinion', 'Opinion'), ('media_advisory', 'Media advisory'), ('official_text', 'Official text')], 'label': 'Kind', 'required': False}), 4: ('cms.vocabulary.blocks.VocabularyChoiceBlock', (cms.vocabulary.models.Topic,), {'label': 'Topic', 'required': False}), 5: ('wagtail.blocks.IntegerBlock', (), {'default': 6, 'label': 'How many', 'max_value': 20, 'min_value': 1}), 6: ('wagtail.blocks.StructBlock', [[('title', 2), ('kind', 3), ('topic', 4), ('count', 5)]], {}), 7: ('media_library.blocks.video.VideoChoiceBlock', (media_library.models.videos.Video,), {}), 8: ('wagtail.blocks.ListBlock', (7,), {'label': 'Videos', 'max_num': 12}), 9: ('cms.pages.blocks.choosers.PageChoiceBlock', (), {'label': 'Collection', 'page_type': ['media_library.VideoCollectionPage'], 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('title', 2), ('videos', 8), ('collection', 9)]], {}), 11: ('wagtail.blocks.IntegerBlock', (), {'default': 3, 'label': 'How many', 'max_value': 12, 'min_value': 1}), 12: ('wagtail.blocks.StructBlock', [[('title', 2), ('count', 11)]], {})}, verbose_name='sections')),
            ],
            options={
                'verbose_name': 'home page',
                'verbose_name_plural': 'home pages',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='homepage_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='homepage_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='homepage_body_language_known')],
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
    ]
