from django.db import migrations, models
import cms.contract.publishable
import cms.pages.preview
import django.db.models.deletion
import modelsearch.index
import uuid
import wagtail.fields
import wagtail.models.preview


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media_library", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The last part of its address. Left empty, made of the name.', max_length=255, verbose_name='slug')),
                ('role', models.CharField(blank=True, help_text='For example: Secretary General.', max_length=255, verbose_name='role')),
                ('organisation', models.CharField(blank=True, max_length=255, verbose_name='organisation')),
                ('biography', wagtail.fields.RichTextField(blank=True, verbose_name='biography')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('portrait', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.pressimage', verbose_name='portrait')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['name'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='person_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='person_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='person_body_language_known'), models.UniqueConstraint(fields=('locale', 'slug'), name='person_slug_unique_per_locale', violation_error_message='Another entry in this language has this slug.')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The last part of its address. Left empty, made of the name.', max_length=255, verbose_name='slug')),
                ('country', models.CharField(blank=True, max_length=120, verbose_name='country')),
                ('latitude', models.FloatField(blank=True, help_text='Degrees, north positive.', null=True, verbose_name='latitude')),
                ('longitude', models.FloatField(blank=True, help_text='Degrees, east positive.', null=True, verbose_name='longitude')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'place',
                'verbose_name_plural': 'places',
                'ordering': ['name'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='place_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='place_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='place_body_language_known'), models.UniqueConstraint(fields=('locale', 'slug'), name='place_slug_unique_per_locale', violation_error_message='Another entry in this language has this slug.'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='place_latitude_on_earth', violation_error_message='A latitude lies between -90 and 90.'), models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='place_longitude_on_earth', violation_error_message='A longitude lies between -180 and 180.')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('name', models.CharField(max_length=255, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='The last part of its address. Left empty, made of the name.', max_length=255, verbose_name='slug')),
                ('description', models.TextField(blank=True, help_text='One or two sentences for its page.', verbose_name='description')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['name'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='topic_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='topic_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='topic_body_language_known'), models.UniqueConstraint(fields=('locale', 'slug'), name='topic_slug_unique_per_locale', violation_error_message='Another entry in this language has this slug.')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
